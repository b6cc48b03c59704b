using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;
using KlaviyoLinq.ModelGenerator.Writing;

namespace KlaviyoLinq.ModelGenerator.Proving;

/// <summary>The cases of the conformance tests: every entry of the catalogue that C# reaches, one line each.</summary>
internal static class CaseFiles
{
    internal const string Folder = "tests/Conformance.Tests/Cases/Generated/";

    /// <param name="entries">The entries of the newest revision.</param>
    /// <param name="older">Those of the older ones, the newest first.</param>
    internal static IEnumerable<(string Path, string Text)> Write(Entries entries, IReadOnlyList<Entries> older)
    {
        yield return (Folder + "Older.g.cs", OlderCases.Write(entries, older, Begin(entries)));
        yield return (Folder + "Operations.g.cs", WriteAll(entries, "Operations", "OperationCase", operation => Operation(entries, operation)));
        foreach (IGrouping<string, OperationSpec> tag in entries.Spec.Operations.Where(operation => entries.Filters(operation).Any())
                .GroupBy(operation => operation.Tag))
            yield return ($"{Folder}Filters.{PascalCase.Of(tag.Key)}.g.cs", WriteFilters(entries, tag));
        yield return (Folder + "Filters.g.cs", WriteFilterTable(entries));
        yield return (Folder + "UnionMembers.g.cs", WriteUnionMembers(entries));
        yield return (Folder + "Sorts.g.cs", WriteAll(entries, "Sorts", "SortCase", operation => Sorts(entries, operation)));
        yield return (Folder + "Includes.g.cs", WriteAll(entries, "Includes", "IncludeCase", operation => Includes(entries, operation)));
        yield return (
            Folder + "AdditionalFields.g.cs", WriteAll(entries, "AdditionalFields", "AdditionalFieldCase", operation => AdditionalFields(entries, operation)));
    }

    private static string WriteAll(Entries entries, string name, string type, Func<OperationSpec, IEnumerable<string>> lines)
    {
        CodeWriter code = Begin(entries);
        code.Open($"internal static class {name}");
        code.Line($"internal static readonly {type}[] All =");
        code.Line("[");
        code.Indent();
        foreach (string line in entries.Spec.Operations.SelectMany(lines))
            code.Line(line + ",");
        code.Outdent();
        code.Line("];");
        code.Close();
        return code.ToString();
    }

    private static string WriteFilters(Entries entries, IGrouping<string, OperationSpec> tag)
    {
        CodeWriter code = Begin(entries);
        code.Open("internal static partial class Filters");
        code.Line($"private static FilterCase[] {PascalCase.Of(tag.Key)} =>");
        code.Line("[");
        code.Indent();
        foreach (FilterEntry entry in tag.SelectMany(entries.Filters))
            code.Line(Filter(entry) + ",");
        code.Outdent();
        code.Line("];");
        code.Close();
        return code.ToString();
    }

    private static string WriteFilterTable(Entries entries)
    {
        CodeWriter code = Begin(entries);
        IEnumerable<string> tags = entries.Spec.Operations.Where(operation => entries.Filters(operation).Any())
            .Select(operation => $".. {PascalCase.Of(operation.Tag)}").Distinct();
        code.Open("internal static partial class Filters");
        code.Line($"internal static readonly FilterCase[] All = [{string.Join(", ", tags)}];");
        code.Close();
        return code.ToString();
    }

    private static string WriteUnionMembers(Entries entries)
    {
        CodeWriter code = Begin(entries);
        code.Line("/// <summary>The fieldset members, each after its resource type, that stand within a union.</summary>");
        code.Open("internal static class UnionMembers");
        code.Line("internal static readonly HashSet<string> All =");
        code.Line("[");
        code.Indent();
        foreach (string member in entries.Spec.Operations.SelectMany(entries.UnionMembers)
                .Select(member => $"{member.ResourceType}.{member.Member}").Distinct().Order(StringComparer.Ordinal))
            code.Line(Literals.Text(member) + ",");
        code.Outdent();
        code.Line("];");
        code.Close();
        return code.ToString();
    }

    // The compiler's nullable warnings are off: what is compared here is decided by the catalogue, not by an author who could be warned.
    private static CodeWriter Begin(Entries entries)
    {
        CodeWriter code = CodeWriter.ForFile(entries.Spec.Revision);
        code.Line("#nullable disable warnings");
        code.Line("using KlaviyoLinq.Model;");
        code.Line("using KlaviyoLinq.Model.Components;");
        code.Line();
        code.Line("namespace KlaviyoLinq.Conformance.Tests.Cases.Generated;");
        code.Line();
        return code;
    }

    internal static IEnumerable<string> Operation(Entries entries, OperationSpec operation, string? name = null)
    {
        if (entries.Routes.Of(operation) is { } route)
            yield return $"new({Literals.Text(name ?? operation.Id)}, (at, id) => {Code(route.Code)}, (at, id) => {Code(route.Code)}{route.Given()}{route.Tail})";
    }

    internal static string Filter(FilterEntry entry, string? name = null)
    {
        string shape = entry.Operator.Operand switch
        {
            "none" => $"FilterCase.Presence<{entry.Route.Class.Name}>",
            "list" => $"FilterCase.List<{entry.Route.Class.Name}, {entry.OperandType}>",
            _ => $"FilterCase.Single<{entry.Route.Class.Name}, {entry.OperandType}>",
        };
        string operand = entry.Operator.Operand switch { "none" => "", "list" => ", values", _ => ", value" };
        return $"{shape}({Literals.Text(name ?? entry.Route.Operation.Id)}, {Literals.Text(entry.Filter.Field)}, {Literals.Text(entry.Operator.Operator)}, {Literals.Text(entry.Member.Path)}, (at, id{operand}) => {Code(entry.Code)})";
    }

    internal static IEnumerable<string> Sorts(Entries entries, OperationSpec operation, string? name = null) =>
        entries.Sorts(operation).Select(sort =>
            $"new({Literals.Text(name ?? operation.Id)}, {Literals.Text(sort.Key)}, {Literals.Flag(sort.Descending)}, {Literals.Text(sort.Path)}, (at, id) => {Code(sort.Code)})");

    internal static IEnumerable<string> Includes(Entries entries, OperationSpec operation, string? name = null) =>
        entries.Includes(operation).Select(include =>
            $"new({Literals.Text(name ?? operation.Id)}, {Literals.Text(include.Include.Relationship)}, {Literals.Text(include.Member)}, (at, id) => {Code(include.Code)})");

    private static IEnumerable<string> AdditionalFields(Entries entries, OperationSpec operation) =>
        entries.AdditionalFields(operation).Select(field =>
            $"new({Literals.Text(operation.Id)}, {Literals.Text(field.Field)}, {Literals.Text(field.Member)}, (at, id) => {Code(field.Code)})");

    // klaviyo.Profiles -> at.Klaviyo.Profiles
    private static string Code(string code) => "at." + char.ToUpperInvariant(code[0]) + code[1..];
}
