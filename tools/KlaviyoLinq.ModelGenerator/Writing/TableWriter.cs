using System.Globalization;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>
/// Writer of the catalogue of a revision as a table: the whole of it for the newest, the differences from the next newer one for all others. The reasons are
/// in docs/decisions/0010-older-catalogues-are-tables-of-differences.md; the library's <c>FactsText</c> reads it, and requires ordinal order of the entries.
/// </summary>
internal sealed class TableWriter(KlaviyoSpec spec, KlaviyoSpec? newer)
{
    private static readonly KlaviyoSpec _empty = new() { Revision = "", Operations = [], Resources = [], Components = [] };

    private readonly List<string> _fieldsets = [];

    internal static string FileName(KlaviyoSpec spec) => spec.Revision + ".facts";

    internal string Write()
    {
        KlaviyoSpec known = newer ?? _empty;
        IEnumerable<string> entries =
        [
            .. OperationLines(known),
            .. Lacking("-O", known.Operations, spec.Operations, operation => operation.Path),
            .. Lacking("-R", known.Resources, spec.Resources, resource => resource.Type),
            .. MemberLinesOf(known),
            .. _fieldsets.Select((fieldset, number) => $"F\t{Number(number)}\t{fieldset}"),
        ];
        return string.Concat(entries.Order(StringComparer.Ordinal).Select(entry => entry + "\n"));
    }

    private string[] OperationLines(KlaviyoSpec known)
    {
        Dictionary<string, string> lines = known.Operations.ToDictionary(operation => operation.Path, operation => OperationLine.Of(operation, Fieldset));
        return
        [
            .. spec.Operations.Where(operation => lines.GetValueOrDefault(operation.Path) != OperationLine.Of(operation, Fieldset))
                .Select(operation => OperationLine.Of(operation, FieldsetNumber)),
        ];
    }

    private static IEnumerable<string> Lacking<T>(string kind, IEnumerable<T> known, IEnumerable<T> own, Func<T, string> key) =>
        known.Select(key).Except(own.Select(key)).Select(lacking => $"{kind}\t{lacking}");

    private IEnumerable<string> MemberLinesOf(KlaviyoSpec known)
    {
        var text = new SchemaText(spec);
        var knownText = new SchemaText(known);
        ResourceSpec[] resources =
            [.. spec.Resources.Where(resource => text.Of(resource) != knownText.Of(known.Resources.FirstOrDefault(other => other.Type == resource.Type)))];
        IEnumerable<ComponentSpec> components = text.Within(resources)
            .Where(component => text.Of(component) != knownText.Of(known.Components.FirstOrDefault(other => other.Name == component.Name)));
        return resources.Select(resource => string.Join('\n', text.Lines.Of(resource)))
            .Concat(components.Select(component => string.Join('\n', text.Lines.Of(component))));
    }

    private static string Fieldset(FieldsetSpec fieldset) => fieldset.ResourceType + "\t" + Cells.List(fieldset.Members);

    /// <summary>A fieldset that many operations take is written once, and they refer to its number.</summary>
    private string FieldsetNumber(FieldsetSpec fieldset)
    {
        string line = Fieldset(fieldset);
        int number = _fieldsets.IndexOf(line);
        if (number < 0)
        {
            number = _fieldsets.Count;
            _fieldsets.Add(line);
        }

        return Number(number);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
