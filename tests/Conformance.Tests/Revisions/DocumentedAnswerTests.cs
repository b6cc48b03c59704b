using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Node;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Revisions;

/// <summary>
/// Answers that hold all that the official document of a revision describes, read over HTTP: every leaf is in a member of the model, or in
/// <see cref="KlaviyoObject.UnmappedMembers"/>.
/// </summary>
public sealed class DocumentedAnswerTests
{
    public static TheoryData<string> Revisions => [.. KlaviyoCatalogue.Known.Select(catalogue => catalogue.Revision)];

    [RevisionTheory]
    [MemberData(nameof(Revisions))]
    public async Task Every_leaf_of_every_documented_answer_is_found_again(string revision)
    {
        await using RevisionAccount account = await RevisionAccount.OfAsync(revision);
        List<string> lost = [];
        int read = 0;
        foreach ((string type, List<JsonObject> resources) in DocumentAnswers.Of(NodeClients.DocumentOf(revision), NodeClients.Document))
        {
            ReadFacts? operation = account.Catalogue.Reads
                .Where(facts => facts.ResourceType == type && !facts.IdentifiersOnly && RevisionCases.Operations.ContainsKey(facts.Path))
                .OrderBy(facts => facts.ParentType is not null).ThenBy(facts => !facts.IsCollection).FirstOrDefault();
            if (operation is null)
            {
                lost.AddRange(await LostIncludedAsync(account, type, resources));
                read += resources.Count;
                continue;
            }

            foreach (JsonObject[] page in !operation.IsCollection ? [.. resources.Select(resource => new[] { resource })] : new[] { resources.ToArray() })
            {
                try
                {
                    lost.AddRange(await LostAsync(account, operation, page));
                    read += page.Length;
                }
                catch (Exception failure) when (failure is not OutOfMemoryException)
                {
                    lost.Add($"{type}: {failure.GetType().Name}: {failure.Message}");
                }
            }
        }

        lost.Distinct().Should().BeEmpty("that is revision {0}", revision);
        read.Should().BeGreaterThan(30);
    }

    private static async Task<IEnumerable<string>> LostAsync(RevisionAccount account, ReadFacts operation, JsonObject[] resources)
    {
        bool isSingle = !operation.IsCollection;
        Answer(account, isSingle ? resources[0] : new JsonArray([.. resources.Select(resource => resource.DeepClone())]));

        List<object> rows = await RevisionCases.Operations[operation.Path]
            .Query(account.At, isSingle ? (string)resources[0]["id"]! : account.Ids(operation).First()).ToListAsync();

        return Lost(resources, rows);
    }

    /// <summary>A type without an operation comes as what another one includes.</summary>
    private static async Task<IEnumerable<string>> LostIncludedAsync(RevisionAccount account, string type, List<JsonObject> resources)
    {
        (ReadFacts operation, IncludeFacts include) = account.Catalogue.Reads
            .SelectMany(operation => operation.Includes.Where(include => include.ResourceType == type).Select(include => (operation, include)))
            .First(pair => !pair.operation.IsCollection);
        IncludeCase query = RevisionCases.Includes[$"{operation.Path} {include.Relationship}"];
        JsonArray ends = [.. resources.Select(resource => new JsonObject { ["type"] = type, ["id"] = (string)resource["id"]! })];
        JsonObject owner = new()
        {
            ["type"] = operation.ResourceType,
            ["id"] = "owner",
            ["attributes"] = new JsonObject(),
            ["relationships"] = new JsonObject { [include.Relationship] = new JsonObject { ["data"] = ends } },
        };
        Answer(account, owner, [.. resources.Select(resource => resource.DeepClone())]);

        object row = (await query.Query(account.At, "owner").ToListAsync()).Single();

        return Lost([.. resources], [.. ((IEnumerable)row.GetType().GetProperty(query.Member)!.GetValue(row)!).Cast<object>()]);
    }

    private static void Answer(RevisionAccount account, JsonNode data, JsonArray? included = null)
    {
        JsonObject document = new() { ["data"] = data.DeepClone(), ["links"] = new JsonObject { ["next"] = null } };
        if (included is not null)
            document["included"] = included;
        account.Emulator.Faults.Clear();
        account.Emulator.Faults.OnAny().Body(document.ToJsonString());
    }

    private static IEnumerable<string> Lost(JsonObject[] resources, List<object> rows)
    {
        rows.Count.Should().Be(resources.Length);
        return rows.Zip(resources).SelectMany(
            pair => Leaves.Lost(JsonSerializer.SerializeToElement(pair.Second["attributes"]), pair.First, (string)pair.Second["type"]!));
    }
}
