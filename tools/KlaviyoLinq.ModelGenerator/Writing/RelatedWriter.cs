using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes the ways from a resource to what is related to it: an extension property for each operation with a parent.</summary>
internal static class RelatedWriter
{
    internal static string Write(KlaviyoSpec spec)
    {
        CodeWriter code = CodeWriter.ForFile(spec.Revision);
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
            WriteParent(code, parent);
        }

        code.Close();
        return code.ToString();
    }

    private static void WriteParent(CodeWriter code, IGrouping<string, OperationSpec> parent)
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
            code.Line($"public IKlaviyoQueryable<{type}> {PascalCase.Of(relationship.Key)} => reference.Related<{type}>({Literals.Text(main.Path)});");
        }

        code.Close();
    }

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
