using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Conformance.Tests.Node;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings;
using Xunit.Abstractions;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>
/// Law: the judge refuses every body that the official document refuses, and no body that the document allows, except by rules that the document states in
/// words. The bodies and their variants are those of tests/NodeClients/variants.mjs.
/// </summary>
public sealed class JudgeLawTests(ITestOutputHelper output)
{
    private const int Least = 20_000;

    /// <summary>Rules that the document states in words, or that follow from them, and the operations that have them; an empty list for all.</summary>
    private static readonly Dictionary<KlaviyoFindingCode, string[]> _ofWords = new()
    {
        [KlaviyoFindingCode.ConsentTimeInvalid] = ["bulk_subscribe_profiles"],
        [KlaviyoFindingCode.ExactlyOneRequired] = ["bulk_suppress_profiles", "bulk_unsuppress_profiles", "request_profile_deletion", "update_template"],
        [KlaviyoFindingCode.FullReplacementIncomplete] = ["update_image"],
        [KlaviyoFindingCode.IdentifierMissing] = [],

        // The schema has a string; the description lists the editors.
        [KlaviyoFindingCode.ValueNotWritable] = ["create_template"],
    };

    [DocumentFact]
    public async Task The_judge_refuses_what_the_official_document_refuses_and_nothing_else()
    {
        using NodeProgram program = NodeProgram.Start("variants.mjs", NodeClients.Document);
        (int exitCode, string text, string errors) = await program.Finish();
        exitCode.Should().Be(0, errors);
        List<string> missed = [];
        List<string> refused = [];
        int allowed = 0;
        int faulty = 0;
        foreach (JsonElement made in JsonElement.Parse(text).EnumerateArray())
        {
            // Reports have rules of their own.
            if (KlaviyoCatalogue.Newest.Operations.First(facts => facts.Id == made.GetProperty("operation").GetString()) is not WriteFacts operation)
                continue;
            string body = made.GetProperty("body").GetRawText();
            Hold(operation, body, isAllowed: true, default);
            foreach (JsonElement variant in made.GetProperty("variants").EnumerateArray())
                Hold(operation, Apply(body, variant), variant.GetProperty("faults").GetInt32() == 0, variant);
        }

        output.WriteLine($"{allowed} bodies that the document allows, {faulty} that it refuses");
        missed.Should().BeEmpty("{0} of {1}", missed.Count, faulty);
        refused.Should().BeEmpty("{0} of {1}", refused.Count, allowed);
        (allowed + faulty).Should().BeGreaterThan(Least);

        void Hold(WriteFacts operation, string body, bool isAllowed, JsonElement variant)
        {
            CommandRuling ruling = Judge(operation, body);
            KlaviyoFindingCode[] codes = [.. ruling.Findings.Select(finding => finding.Code)];
            allowed += isAllowed ? 1 : 0;
            faulty += isAllowed ? 0 : 1;
            if (isAllowed && codes.Any(code => !IsOfWords(operation, code, body)))
                refused.Add($"{operation.Id}: {string.Join(", ", ruling.Findings.Select(finding => finding.Reason))} {variant}");
            if (!isAllowed && codes.Length == 0 && !IsNamed(ruling) && !IsOpen(operation, variant))
                missed.Add($"{operation.Id}: {variant}");
        }
    }

    private static bool IsOfWords(WriteFacts operation, KlaviyoFindingCode code, string body) =>
        (_ofWords.TryGetValue(code, out string[]? operations) && (operations.Length == 0 || operations.Contains(operation.Id)))
        || (code == KlaviyoFindingCode.RequiredMemberMissing && LacksIdentifiers(operation, JsonNode.Parse(body)!["data"]!))
        || (code == KlaviyoFindingCode.NullNotAssignable && IsNullBesideAttributes(JsonNode.Parse(body)!["data"]!));

    /// <summary>Indicates whether a relationship is written without what it leads to, or a link between schemas without its name or id.</summary>
    private static bool LacksIdentifiers(WriteFacts operation, JsonNode data) => data switch
    {
        JsonArray items => items.Any(item => LacksIdentifiers(operation, item!)),
        JsonObject resource =>
            (operation.Id.EndsWith("schema_relationship", StringComparison.Ordinal) && resource["meta"] is not JsonObject { Count: > 0 })
            || (resource["relationships"] is JsonObject related && related.Any(
                relationship => relationship.Value is JsonObject end && !end.ContainsKey("data")))
            || (resource["attributes"] is JsonObject attributes && attributes.Any(
                attribute => attribute.Value is JsonObject inner && inner["data"] is { } embedded and not JsonValue && LacksIdentifiers(operation, embedded))),
        _ => false,
    };

    // No command writes a null there.
    private static bool IsNullBesideAttributes(JsonNode data) => data switch
    {
        JsonArray items => items.Any(item => IsNullBesideAttributes(item!)),
        JsonObject resource => new[] { "id", "meta" }.Any(name => resource.ContainsKey(name) && resource[name] is null),
        _ => false,
    };

    /// <summary>A value or a part that the catalogue does not know is sent as it is, with a note that names it: it may be newer than the library.</summary>
    private static bool IsNamed(CommandRuling ruling) => ruling.Notes.Any(note => note.Code == KlaviyoFindingCode.NotChecked);

    private static bool IsOpen(WriteFacts operation, JsonElement variant)
    {
        IEnumerable<JsonElement> steps = variant.GetProperty("path").EnumerateArray();
        string[] path = [.. steps.Where(step => step.ValueKind == JsonValueKind.String).Select(step => step.GetString()!)];
        return (variant.GetProperty("kind").GetString(), path[^1]) switch
        {
            // The writers write it always, also when nothing is assigned.
            ("removed", "attributes") => true,

            // A string or a number; the catalogue has one kind for all scalars. Of `unset` a string or an array, which KlaviyoMap writes.
            ("type", "latitude" or "longitude" or "unset") => true,

            // The id of a mapped metric is a name; Klaviyo answers 404 to another one.
            ("text", "id") => operation.Id == "update_mapped_metric",

            // The live API clears a mapping so, although the document does not list null.
            ("null", "data") => operation.Id == "update_mapped_metric",
            _ => false,
        };
    }

    private static CommandRuling Judge(WriteFacts operation, string body)
    {
        byte[] document = Encoding.UTF8.GetBytes(body);
        return CommandJudge.Judge(new CommandForm(operation, CommandSite.Of("Send", null, null, 0))
        {
            Id = operation.Path.Contains('{', StringComparison.Ordinal) ? IdOf(body) ?? "id" : null,
            Data = BodyReader.Data(document),
            BodyBytes = document.Length,
            Now = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero),
        });
    }

    private static string? IdOf(string body) =>
        JsonNode.Parse(body)!["data"] is JsonObject data && data["id"] is JsonValue id && id.GetValueKind() == JsonValueKind.String ? (string?)id : null;

    private static string Apply(string body, JsonElement variant)
    {
        JsonNode root = JsonNode.Parse(body)!;
        JsonElement[] path = [.. variant.GetProperty("path").EnumerateArray()];
        JsonNode owner = root;
        foreach (JsonElement step in path.SkipLast(1))
            owner = step.ValueKind == JsonValueKind.Number ? owner[step.GetInt32()]! : owner[step.GetString()!]!;
        string name = path[^1].GetString()!;
        if (variant.GetProperty("kind").GetString() == "removed")
            ((JsonObject)owner).Remove(name);
        else
            owner[name] = JsonNode.Parse(variant.GetProperty("value").GetRawText());
        return root.ToJsonString();
    }
}
