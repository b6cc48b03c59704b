using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>
/// Writes the sets of <c>KlaviyoClientContext</c>: one for each operation of the <c>/client</c> family, none of which has a counterpart for the other
/// shape.
/// </summary>
internal static class ClientSetsWriter
{
    private const string Family = "/client/";

    internal static string Write(KlaviyoSpec spec)
    {
        OperationSpec[] operations = [.. spec.Operations.Where(operation => operation.Path.StartsWith(Family, StringComparison.Ordinal))];
        EnsureOneOfEachName(operations);
        CodeWriter code = CodeWriter.ForFile(spec.Revision);
        code.Line("using KlaviyoLinq.Model;");
        code.Line();
        code.Line("namespace KlaviyoLinq;");
        code.Line();
        code.Line("/// <content>The sets: one for each type that Klaviyo hands out to everybody who knows the company's public id.</content>");
        code.Open("public partial class KlaviyoClientContext");
        bool first = true;
        foreach (OperationSpec operation in operations)
        {
            if (!first)
                code.Line();
            first = false;
            WriteSet(code, operation);
        }

        code.Close();
        return code.ToString();
    }

    private static void WriteSet(CodeWriter code, OperationSpec operation)
    {
        string type = PascalCase.Of(operation.ResourceType);
        string path = Literals.Text(operation.Path);
        code.Line(operation.Collection
            ? $"/// <summary>The public <c>{operation.ResourceType}</c> resources of the company: <c>GET {operation.Path}</c>.</summary>"
            : $"/// <summary>The public <c>{operation.ResourceType}</c> resources, by id: <c>GET {operation.Path}</c>. Klaviyo has no collection of them all.</summary>");
        code.Line(operation.Collection
            ? $"public KlaviyoSource<{type}> {Name(operation)} => Collection<{type}>({path});"
            : $"public KlaviyoSet<{type}> {Name(operation)} => Set<{type}>({path});");
    }

    private static string Name(OperationSpec operation) => PascalCase.Of(operation.Path[Family.Length..].Split('/')[0]);

    private static void EnsureOneOfEachName(OperationSpec[] operations)
    {
        foreach (IGrouping<string, OperationSpec> named in operations.GroupBy(Name))
            if (named.Count() > 1)
                throw new SpecificationException($"{string.Join(" and ", named.Select(operation => operation.Path))} would both be KlaviyoClientContext.{named.Key}.");
    }
}
