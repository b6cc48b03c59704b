using System.Globalization;
using System.Text;
using KlaviyoLinq.ModelGenerator.Spec;
using static System.FormattableString;

namespace KlaviyoLinq.ModelGenerator.Proving;

/// <summary>
/// Writes the coverage page: what each operation offers, and how much of it C# reaches. Every entry that is counted as covered is a case of the conformance
/// tests, so the page is true as long as they pass.
/// </summary>
internal sealed class CoverageWriter
{
    private readonly StringBuilder _text = new();
    private readonly Entries _entries;
    private readonly OperationCoverage[] _operations;

    private CoverageWriter(Entries entries)
    {
        _entries = entries;
        _operations = [.. entries.Spec.Operations.Select(operation => new OperationCoverage(entries, operation))];
    }

    /// <param name="entries">What can be queried.</param>
    /// <param name="writes">The operations that write.</param>
    /// <param name="commandRows">The rows of the table of commands.</param>
    internal static string Write(Entries entries, WritesSpec writes, IReadOnlyList<string> commandRows)
    {
        var writer = new CoverageWriter(entries);
        writer.WriteTotals();
        writer.WriteOthers(writes, commandRows.Count);
        writer.WriteOperations();
        writer.WriteFilters();
        writer.WriteCommands(commandRows);
        return writer._text.ToString();
    }

    private void WriteOthers(WritesSpec writes, int commands)
    {
        IEnumerable<KeyValuePair<string, int>> counts = writes.Operations.CountBy(write => write.Method).OrderByDescending(method => method.Value);
        string methods = string.Join(", ", counts.Select(method => Invariant($"{method.Value} {method.Key}")));
        Append($"The catalogue also holds the facts of the document's {writes.Operations.Count} other operations ({methods}). Commands\nreach {commands} of them: see [the list](#commands).\n\n");
    }

    private void WriteTotals()
    {
        KlaviyoSpec spec = _entries.Spec;
        _text.Append("# Coverage\n\n");
        Append($"The read operations of revision {spec.Revision} of Klaviyo's API, and how much of them typed LINQ covers. Each covered entry is a case of\n");
        _text.Append("`tests/Conformance.Tests`: typed C#, the exact request, an answer of the emulator, and rows equal to those of LINQ to Objects over the same data.\n");
        _text.Append("This page is written by `tools/KlaviyoLinq.ModelGenerator` from the facts in `spec/`; do not edit it.\n\n");
        _text.Append("| subject | covered | of | |\n|---|---:|---:|---:|\n");
        Total("GET operations", operation => operation.Reached ? 1 : 0, _ => 1);
        Total("filter entries (field × operator × operand)", operation => operation.CoveredFilters, operation => operation.Filters);
        Total("sort tokens (key × direction)", operation => operation.CoveredSorts, operation => operation.Sorts);
        Total("include values", operation => operation.CoveredIncludes, operation => operation.Includes);
        Total("fieldset members", operation => operation.CoveredMembers, operation => operation.Members);
        Total("additional fields", operation => operation.CoveredAdditionalFields, operation => operation.AdditionalFields);
        Total("operations with a page size", operation => operation.Reached && operation.HasPageSize ? 1 : 0, operation => operation.HasPageSize ? 1 : 0);
        Append($"\nThe model has {spec.Resources.Count} resource types, {spec.Components.Count} objects within attributes and {spec.Resources.Sum(resource => resource.Relationships.Count)} relationships.\n\n");
        _text.Append("A member of a union (`definition.content` of a campaign message) is requested together with the members that distinguish the alternatives\n");
        _text.Append("(`definition.channel`, `definition.notification_type`): without them its type is unknown.\n\n");
        Append($"The document also lists {_entries.Spec.Operations.Sum(operation => _entries.Undescribed(operation).Count())} fieldset members (`temporary_id` of flow actions) that it describes as write-only: no answer holds them, so they are not counted.\n\n");
        if (_operations.Any(operation => !operation.Reached))
            Append($"Not covered yet: {string.Join(", ", _operations.Where(operation => !operation.Reached).Select(operation => $"`{operation.Spec.Path}`"))}.\n\n");
    }

    private void WriteOperations()
    {
        _text.Append("## Operations\n\nCovered/offered; a dash if the operation offers none.\n\n");
        _text.Append("| operation | answers with | C# | filters | sort | include | fields | additional | page[size] |\n|---|---|---|---:|---:|---:|---:|---:|---|\n");
        foreach (OperationCoverage operation in _operations)
            Append($"| `{operation.Spec.Path}` | {operation.Answer} | {operation.Code} | {Of(operation.CoveredFilters, operation.Filters)} | {Of(operation.CoveredSorts, operation.Sorts)} | {Of(operation.CoveredIncludes, operation.Includes)} | {Of(operation.CoveredMembers, operation.Members)} | {Of(operation.CoveredAdditionalFields, operation.AdditionalFields)} | {operation.PageSize} |\n");
    }

    private void WriteFilters()
    {
        _text.Append("\n## Filters in C#\n\n");
        _text.Append("`value` and `values` are values of the account, `id` is that of the parent. If a field lists `equals` for a list and for a single value, both become the same\n");
        _text.Append("request: Klaviyo accepts a single literal in both cases.\n");
        foreach (OperationCoverage operation in _operations.Where(operation => operation.Filters > 0))
        {
            Append($"\n<details><summary><code>GET {operation.Spec.Path}</code>: {operation.CoveredFilters} of {operation.Filters}</summary>\n\n");
            if (operation.CoveredFilters == 0)
                _text.Append("Not reached yet.\n");
            else
                _text.Append("| field | operator | operand | C# |\n|---|---|---|---|\n");
            foreach (FilterEntry entry in _entries.Filters(operation.Spec))
                Append($"| {entry.Filter.Field} | {entry.Operator.Operator} | {entry.Operator.Operand} | `{entry.Code}` |\n");
            _text.Append("\n</details>\n");
        }
    }

    private void WriteCommands(IReadOnlyList<string> rows)
    {
        _text.Append("\n## Commands\n\nThe operations that are not queries, and the C# that sends them. [commands.md](commands.md) has the same table. Each is a case of `tests/Conformance.Tests`:\n");
        _text.Append("the exact request, a body that conforms to the official document, its effect in the emulator, and a query that reads it.\n\n");
        _text.Append("| operation | C# | after a lost answer |\n|---|---|---|\n");
        foreach (string row in rows)
            Append($"{row}\n");
    }

    private void Total(string what, Func<OperationCoverage, int> covered, Func<OperationCoverage, int> offered)
    {
        int part = _operations.Sum(covered);
        int whole = _operations.Sum(offered);
        // Rounded down: 100 % is said only of what is whole.
        Append($"| {what} | {part} | {whole} | {part * 1000L / whole / 10m:0.#} % |\n");
    }

    private static string Of(int covered, int offered) => offered == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{covered}/{offered}");

    private void Append(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture));
}
