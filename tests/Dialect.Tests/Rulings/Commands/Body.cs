using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings;

namespace KlaviyoLinq.Dialect.Tests.Rulings.Commands;

/// <summary>Commands of tests, written as the JSON of their body.</summary>
internal static class Body
{
    /// <summary>Judges the command of an operation with a body.</summary>
    internal static CommandRuling Judge(string operation, string? data, string source = "row", string? id = "X1", Func<CommandForm, CommandForm>? with = null)
    {
        WriteFacts facts = Operation(operation);
        CommandForm form = new(facts, new Site("CreateAsync", source, new KlaviyoCallSite(source, "Program.cs", 1)))
        {
            Id = facts.Path.Contains('{', StringComparison.Ordinal) ? id : null,
            Data = data is null ? null : Read(data),
            BodyBytes = data?.Length ?? 0,
        };
        return CommandJudge.Judge(with is null ? form : with(form));
    }

    internal static WriteFacts Operation(string id) => KlaviyoCatalogue.Newest.Operations.OfType<WriteFacts>().Single(facts => facts.Id == id);

    internal static BodyTerm Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Term(document.RootElement);
    }

    internal static BodyTerm Term(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new BodyObject([.. value.EnumerateObject().Select(member => new BodyMember(member.Name, Term(member.Value)))]),
        JsonValueKind.Array => new BodyArray([.. value.EnumerateArray().Select(Term)]),
        JsonValueKind.String => new BodyText(value.GetString()!),
        JsonValueKind.Number => new BodyNumber(value.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => new BodyBoolean(value.GetBoolean()),
        _ => new BodyNull(),
    };
}
