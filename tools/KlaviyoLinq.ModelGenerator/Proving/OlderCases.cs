using KlaviyoLinq.ModelGenerator.Spec;
using KlaviyoLinq.ModelGenerator.Writing;

namespace KlaviyoLinq.ModelGenerator.Proving;

/// <summary>The cases of entries that only older revisions have. They name their operation by its path: in 2022 several operations share one id.</summary>
internal static class OlderCases
{
    internal static string Write(Entries newest, IReadOnlyList<Entries> older, CodeWriter code)
    {
        code.Line("/// <summary>The entries that the newest revision does not have; of each the first query, seen from the newest revision that has it.</summary>");
        code.Open("internal static class Older");
        Write(
            code, "OperationCase", "Operations",
            Added(newest, older, (entries, operation) => [("", () => CaseFiles.Operation(entries, operation, operation.Path))]));
        Write(code, "FilterCase", "Filters", Added(newest, older, (entries, operation) => entries.Filters(operation).Select(entry =>
            ($"{entry.Filter.Field} {entry.Operator.Operator} {entry.Operator.Operand}",
                (Func<IEnumerable<string>>)(() => [CaseFiles.Filter(entry, operation.Path)])))));
        Write(
            code, "SortCase", "Sorts",
            Added(newest, older, (entries, operation) => entries.Sorts(operation).Zip(CaseFiles.Sorts(entries, operation, operation.Path), (sort, line) =>
            ($"{sort.Key} {sort.Descending}", (Func<IEnumerable<string>>)(() => [line])))));
        Write(
            code, "IncludeCase", "Includes",
            Added(
                newest, older,
                (entries, operation) => entries.Includes(operation).Zip(CaseFiles.Includes(entries, operation, operation.Path), (include, line) =>
            (include.Include.Relationship, (Func<IEnumerable<string>>)(() => [line])))));
        code.Close();
        return code.ToString();
    }

    private static IEnumerable<string> Added(
        Entries newest, IReadOnlyList<Entries> older, Func<Entries, OperationSpec, IEnumerable<(string Key, Func<IEnumerable<string>> Lines)>> all)
    {
        HashSet<(string Path, string Key)> known =
            [.. newest.Spec.Operations.SelectMany(operation => all(newest, operation).Select(entry => (operation.Path, entry.Key)))];
        foreach (Entries entries in older)
            foreach (OperationSpec operation in entries.Spec.Operations)
                foreach ((string key, Func<IEnumerable<string>> lines) in all(entries, operation))
                    if (known.Add((operation.Path, key)))
                        foreach (string line in lines())
                            yield return line;
    }

    private static void Write(CodeWriter code, string type, string name, IEnumerable<string> lines)
    {
        code.Line($"internal static readonly {type}[] {name} =");
        code.Line("[");
        code.Indent();
        foreach (string line in lines)
            code.Line(line + ",");
        code.Outdent();
        code.Line("];");
    }
}
