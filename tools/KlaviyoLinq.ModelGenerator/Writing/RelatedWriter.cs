using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes the ways from a resource to what is related to it: an extension property for each operation with a parent.</summary>
internal static class RelatedWriter
{
    internal static string Write(KlaviyoSpec spec, WritesSpec writes)
    {
        CodeWriter code = CodeWriter.ForFile(spec.Revision);
        code.Line("using KlaviyoLinq.Commands;");
        code.Line("using KlaviyoLinq.Model;");
        code.Line();
        code.Line("namespace KlaviyoLinq;");
        code.Line();
        code.Line("/// <summary>The ways from a resource to what is related to it: <c>klaviyo.Lists[id].Profiles</c>.</summary>");
        code.Open("public static class KlaviyoRelated");
        bool first = true;
        foreach (IGrouping<string, OperationSpec> parent in spec.Operations.Where(operation => operation.ParentType is not null)
                .GroupBy(operation => operation.ParentType!))
        {
            if (!first)
                code.Line();
            first = false;
            WriteParent(code, parent, writes);
        }

        code.Close();
        return code.ToString();
    }

    private static void WriteParent(CodeWriter code, IGrouping<string, OperationSpec> parent, WritesSpec writes)
    {
        code.Line($"/// <param name=\"reference\">The <c>{parent.Key}</c> resource.</param>");
        code.Open($"extension(KlaviyoReference<{PascalCase.Of(parent.Key)}> reference)");
        bool first = true;
        foreach (IGrouping<string, OperationSpec> relationship in parent.GroupBy(operation => operation.Relationship!))
        {
            if (!first)
                code.Line();
            first = false;
            OperationSpec? resources = relationship.FirstOrDefault(operation => !operation.IdentifiersOnly);
            OperationSpec? identifiers = relationship.FirstOrDefault(operation => operation.IdentifiersOnly);
            OperationSpec main = resources ?? identifiers!;
            code.Line($"/// <summary>{Summary(main, identifiers)}</summary>");
            string type = PascalCase.Of(main.ResourceType);
            string name = PascalCase.Of(relationship.Key);
            string linksPath = Links(main);
            WriteSpec[] links = [.. writes.Operations.Where(operation => operation.Path == linksPath)];
            if (links.Length == 0)
            {
                code.Line($"public IKlaviyoQueryable<{type}> {name} => reference.Related<{type}>({Literals.Text(main.Path)});");
                continue;
            }

            (string source, string method) = Source(links);
            code.Line($"[Operations({string.Join(", ", links.Select(operation => Literals.Text(operation.Id)))})]");
            code.Line($"public {source}<{type}> {name} => reference.{method}<{type}>({Literals.Text(main.Path)}, {Literals.Text(linksPath)});");
        }

        code.Close();
    }

    private static string Links(OperationSpec operation) =>
        $"{operation.Path[..(operation.Path.IndexOf('}', StringComparison.Ordinal) + 1)]}/relationships/{operation.Relationship}";

    /// <summary>Returns the public type for the operations on the links of a relationship, and the method that makes it.</summary>
    private static (string Type, string Method) Source(WriteSpec[] links) =>
        links.Any(operation => operation.Meta.Count > 0) ? ("KlaviyoSchemaLinks", "SchemaLinks")
        : links.All(operation => !operation.Many) ? ("KlaviyoLink", "Link")
        : links.Any(operation => operation.Method == "PATCH") ? ("KlaviyoReplaceableMembers", "Members")
        : ("KlaviyoMembers", "Members");

    private static string Summary(OperationSpec main, OperationSpec? identifiers)
    {
        string what = main.Collection
            ? $"The related <c>{main.ResourceType}</c> resources"
            : $"The related <c>{main.ResourceType}</c> resource: one row or none";
        if (main.IdentifiersOnly)
            return $"{what}, of which Klaviyo sends the ids only: <c>GET {main.Path}</c>.";
        return identifiers is null ? $"{what}. <c>GET {main.Path}</c>." : $"{what}. <c>GET {main.Path}</c>; ids only: <c>GET {identifiers.Path}</c>.";
    }
}
