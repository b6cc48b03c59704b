using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes the sets of <c>KlaviyoContext</c>: one for each collection that has no parent, and one for each type that is reached by id only.</summary>
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
        code.Line("/// <content>The sets: one for each type that Klaviyo lists, or hands out by id.</content>");
        code.Open("public partial class KlaviyoContext");
        OperationSpec[] singles = [.. spec.Operations.Where(IsSingle)];
        bool first = true;
        foreach (OperationSpec single in singles)
        {
            if (!first)
                code.Line();
            first = false;
            WriteSet(code, spec.Operations.FirstOrDefault(operation => operation.Path == Root(single)), single, given);
        }

        given.EnsureAllUsed();
        EnsureEveryCollectionHasASingle(spec, singles);
        code.Close();
        return code.ToString();
    }

    /// <summary>The path of the collection that a single belongs to: <c>/api/lists/{id}</c> → <c>/api/lists</c>. Not every one exists.</summary>
    internal static string Root(OperationSpec single) => single.Path[..single.Path.IndexOf("/{", StringComparison.Ordinal)];

    /// <summary>Returns the name of the set through which one resource of a type is reached.</summary>
    internal static string Name(OperationSpec single, GivenNames given) => given.Find(Root(single)) ?? PascalCase.Of(Root(single)["/api/".Length..]);

    private static void WriteSet(CodeWriter code, OperationSpec? collection, OperationSpec single, GivenNames given)
    {
        string type = PascalCase.Of(single.ResourceType);
        code.Line(collection is null
            ? $"/// <summary>The <c>{single.ResourceType}</c> resources, by id: <c>GET {single.Path}</c>. Klaviyo has no collection of them all.</summary>"
            : $"/// <summary>The <c>{single.ResourceType}</c> resources of the account: <c>GET {collection.Path}</c>; by id: <c>GET {single.Path}</c>.</summary>");
        code.Line($"public KlaviyoSet<{type}> {Name(single, given)} => Set<{type}>({Literals.Text((collection ?? single).Path)}, {Literals.Text(single.Path)});");
    }

    internal static bool IsSingle(OperationSpec operation) =>
        operation.ParentType is null && !operation.Collection && operation.Path.StartsWith("/api/", StringComparison.Ordinal) && operation.Path.EndsWith('}');

    private static void EnsureEveryCollectionHasASingle(KlaviyoSpec spec, OperationSpec[] singles)
    {
        foreach (OperationSpec operation in spec.Operations)
            if (operation.Collection
                && operation.Path.StartsWith("/api/", StringComparison.Ordinal)
                && !operation.Path.Contains('{')
                && !singles.Any(single => Root(single) == operation.Path))
                throw new SpecificationException($"GET {operation.Path} has no operation for one resource, so the context has no set for it.");
    }
}
