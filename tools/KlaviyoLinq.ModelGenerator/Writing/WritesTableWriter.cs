using System.Globalization;
using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>
/// Writer of the table of the operations that write: an entry for each (<c>W</c>) with the attributes of its body, one for the meta of a body (<c>M</c>), and
/// one for each component of bodies (<c>C</c>). It is a table of its own, so that a program that only reads does not load it.
/// </summary>
internal sealed class WritesTableWriter(WritesSpec writes, IReadOnlyDictionary<string, WriteEvidence> evidence)
{
    private readonly MemberLines _lines = new(new KlaviyoSpec { Revision = writes.Revision, Operations = [], Resources = [], Components = writes.Components });

    internal static string FileName(WritesSpec writes) => writes.Revision + ".writes.facts";

    internal string Write()
    {
        IEnumerable<string> entries =
        [
            .. writes.Operations.Select(write => Entry(Head(write, evidence[write.Id]), write.Attributes)),
            .. writes.Operations.Where(write => write.Meta.Count > 0).Select(write => Entry($"M\t{Key(write)}", write.Meta)),
            .. writes.Components.Select(component => string.Join('\n', _lines.Of(component))),
        ];
        return string.Concat(entries.Order(StringComparer.Ordinal).Select(entry => entry + "\n"));
    }

    private string Entry(string head, IReadOnlyList<MemberSpec> members) => string.Join('\n', _lines.Of(members).Prepend(head));

    private static string Head(WriteSpec write, WriteEvidence evidence) => Cells.Line(
        "W",
        Key(write),
        write.Id,
        PascalCase.Of(evidence.Family),
        write.ResourceType ?? "",
        (write.Many ? "M" : "") + (write.Form ? "F" : "") + (write.HasId ? "I" : "") + (write.IdRequired ? "R" : "") + (evidence.Irreversible ? "X" : ""),
        Cells.List(write.Scopes.Select(Cells.Plain)),
        OperationLine.Limit(write.RateLimit),
        Cells.List(write.Relationships.Select(relationship =>
            Cells.Item(relationship.Name, relationship.ResourceType, (relationship.ToMany ? "M" : "") + (relationship.Required ? "R" : "")))),
        Numbers(write.Statuses),
        Numbers(evidence.AlsoAnswers),
        write.AnswerType ?? "",
        PascalCase.Of(evidence.Repeat),
        PascalCase.Of(evidence.Evidence),
        evidence.MaximumItems?.ToString(CultureInfo.InvariantCulture) ?? "",
        evidence.Items ?? "",
        evidence.MaximumBytes?.ToString(CultureInfo.InvariantCulture) ?? "",
        Cells.List(evidence.Rules.Select(rule =>
            Cells.Item(PascalCase.Of(rule.Rule), rule.At, Cells.Inner(rule.Paths), Cells.Plain(rule.Value), PascalCase.Of(rule.Evidence)))));

    private static string Numbers(IEnumerable<int> numbers) => Cells.List(numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static string Key(WriteSpec write) => $"{write.Method} {write.Path}";
}
