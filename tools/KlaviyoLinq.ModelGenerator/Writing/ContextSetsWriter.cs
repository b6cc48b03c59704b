using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes the sets of the context: one for each collection that has no parent.</summary>
internal static class ContextSetsWriter
{
    internal static string Write(KlaviyoSpec spec, OverridesFile overrides)
    {
        var given = new GivenNames("setNames", overrides.SetNames);
        CodeWriter code = CodeWriter.ForFile(spec.Revision);
        code.Line("using KlaviyoLinq.Model;");
        code.Line();
        code.Line("namespace KlaviyoLinq;");
        code.Line();
        code.Line("/// <content>The sets: one for each collection that Klaviyo lists.</content>");
        code.Open("public partial class KlaviyoContext");
        OperationSpec[] roots = [.. Roots(spec)];
        for (int index = 0; index < roots.Length; index++)
        {
            OperationSpec root = roots[index];
            if (index > 0)
                code.Line();
            string type = PascalCase.Of(root.ResourceType);
            code.Line($"/// <summary>The <c>{root.ResourceType}</c> resources of the account: <c>GET {root.Path}</c>.</summary>");
            code.Line($"public KlaviyoSet<{type}> {Name(root, given)} => CollectionSet<{type}>({Literals.Text(root.Path)});");
        }

        given.EnsureAllUsed();
        code.Close();
        return code.ToString();
    }

    internal static IEnumerable<OperationSpec> Roots(KlaviyoSpec spec) =>
        spec.Operations.Where(operation => operation.Collection && operation.Path.StartsWith("/api/", StringComparison.Ordinal) && !operation.Path.Contains('{'));

    internal static string Name(OperationSpec root, GivenNames given) => given.Find(root.Path) ?? PascalCase.Of(root.Path["/api/".Length..]);
}
