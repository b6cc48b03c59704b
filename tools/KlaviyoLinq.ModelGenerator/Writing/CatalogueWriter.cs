using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes the catalogue of the revision: lookups that touch nothing but the facts they find.</summary>
internal static class CatalogueWriter
{
    internal static string ClassName(KlaviyoSpec spec) => "Catalogue" + spec.Revision.Replace("-", "", StringComparison.Ordinal);

    internal static string Write(KlaviyoSpec spec)
    {
        string name = ClassName(spec);
        CodeWriter code = CodeWriter.ForFile(spec.Revision);
        code.Line("namespace KlaviyoLinq.Catalogue.Generated;");
        code.Line();
        code.Open($"internal sealed class {name} : KlaviyoCatalogue");
        code.Line($"internal static {name} Instance {{ get; }} = new();");
        code.Line();
        code.Line($"public override string Revision => {Literals.Text(spec.Revision)};");
        code.Line();
        code.Line("internal override IReadOnlyList<ResourceFacts> Resources { get; } = new LazyList<ResourceFacts>(AllResources);");
        code.Line();
        code.Line("internal override IReadOnlyList<OperationFacts> Operations { get; } = new LazyList<OperationFacts>(AllOperations);");
        code.Line();
        Switch(code, "internal override ResourceFacts? FindResource(string type)", "type", spec.Resources.Select(resource => (resource.Type, ResourceFactsWriter.ClassName(resource) + ".Facts")));
        code.Line();
        WriteFindOperation(code, spec);
        code.Line();
        WriteByType(code, spec, "FindCollection", operation => operation.Collection && !operation.Path.Contains('{'));
        code.Line();
        WriteByType(code, spec, "FindSingle", operation => !operation.Collection && operation.Path.EndsWith('}'));
        foreach (IGrouping<string, OperationSpec> segment in Segments(spec))
        {
            code.Line();
            Switch(code, $"private static OperationFacts? {Method(segment.Key)}(string path)", "path", segment.Select(operation => (operation.Path, OperationFactsWriter.ClassName(operation) + ".Facts")));
        }

        code.Line();
        All(code, "ResourceFacts[] AllResources", spec.Resources.Select(resource => ResourceFactsWriter.ClassName(resource)));
        code.Line();
        All(code, "OperationFacts[] AllOperations", spec.Operations.Select(OperationFactsWriter.ClassName));
        code.Close();
        return code.ToString();
    }

    /// <summary>The class of an older revision, which reads its table.</summary>
    internal static string WriteOlder(KlaviyoSpec spec, KlaviyoSpec newer, bool newest)
    {
        string name = ClassName(spec);
        CodeWriter code = CodeWriter.ForFile(spec.Revision);
        code.Line("using KlaviyoLinq.Catalogue.Tables;");
        code.Line();
        code.Line("namespace KlaviyoLinq.Catalogue.Generated;");
        code.Line();
        code.Line("/// <summary>What differs from the next newer revision stands in the table beside this file.</summary>");
        code.Open($"internal sealed class {name}() : OlderCatalogue({Literals.Text(spec.Revision)}, {ClassName(newer)}.Instance, {(newest ? "ComponentFacts.Find" : ClassName(newer) + ".Instance.FindComponent")})");
        code.Line($"internal static {name} Instance {{ get; }} = new();");
        code.Close();
        return code.ToString();
    }

    /// <summary>Two steps, the family and then the path within it, so that the JIT compiles (and loads) only the family that is asked for.</summary>
    private static void WriteFindOperation(CodeWriter code, KlaviyoSpec spec)
    {
        code.Open("internal override OperationFacts? FindOperation(string path)");
        code.Line("int start = path.IndexOf('/', path.Length > 0 ? 1 : 0) + 1;");
        code.Line("int end = path.IndexOf('/', start);");
        code.Open("return path.Substring(start, (end < 0 ? path.Length : end) - start) switch");
        foreach (IGrouping<string, OperationSpec> segment in Segments(spec))
            code.Line($"{Literals.Text(segment.Key)} => {Method(segment.Key)}(path),");
        code.Line("_ => null,");
        code.Close(";");
        code.Close();
    }

    private static void WriteByType(CodeWriter code, KlaviyoSpec spec, string method, Func<OperationSpec, bool> applies)
    {
        // A type that both families list (reviews) is found in /api: the /client family is for public keys.
        IEnumerable<OperationSpec> operations = spec.Operations.Where(applies)
            .GroupBy(operation => operation.ResourceType)
            .Select(group => group.OrderBy(operation => operation.Path, StringComparer.Ordinal).First())
            .OrderBy(operation => operation.ResourceType, StringComparer.Ordinal);
        Switch(code, $"internal override OperationFacts? {method}(string type)", "type", operations.Select(operation => (operation.ResourceType, $"FindOperation({Literals.Text(operation.Path)})")));
    }

    private static IEnumerable<IGrouping<string, OperationSpec>> Segments(KlaviyoSpec spec) =>
        spec.Operations.GroupBy(operation => operation.Path.Split('/')[2]).OrderBy(group => group.Key, StringComparer.Ordinal);

    private static string Method(string segment) => "In" + Naming.PascalCase.Of(segment);

    private static void Switch(CodeWriter code, string head, string value, IEnumerable<(string Case, string Result)> cases)
    {
        code.Open($"{head} => {value} switch");
        foreach ((string @case, string result) in cases)
            code.Line($"{Literals.Text(@case)} => {result},");
        code.Line("_ => null,");
        code.Close(";");
    }

    private static void All(CodeWriter code, string head, IEnumerable<string> classes)
    {
        code.Line($"private static {head}() =>");
        code.Line("[");
        code.Indent();
        foreach (string name in classes)
            code.Line(name + ".Facts,");
        code.Outdent();
        code.Line("];");
    }
}
