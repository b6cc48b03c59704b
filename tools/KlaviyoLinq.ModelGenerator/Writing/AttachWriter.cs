using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Naming;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes the two methods by which the relationships of a resource are filled.</summary>
internal static class AttachWriter
{
    internal static void Write(CodeWriter code, ClassModel type)
    {
        PropertyModel[] relationships = [.. type.OfRole(PropertyRole.Relationship)];
        WriteToOne(code, [.. relationships.Where(property => !property.Relationship!.ToMany)]);
        WriteToMany(code, [.. relationships.Where(property => property.Relationship!.ToMany)]);
    }

    private static void WriteToOne(CodeWriter code, PropertyModel[] relationships)
    {
        if (relationships.Length == 0)
            return;
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Open("internal override bool TryAttach(string relationship, string? id, KlaviyoResource? resource)");
        code.Open("switch (relationship)");
        foreach (PropertyModel property in relationships)
        {
            code.Line($"case {Literals.Text(property.WireName)}:");
            code.Indent();
            code.Line($"{property.Field}Id = id;");
            code.Line($"{property.Field} = resource as {Target(property)};");
            code.Line("return true;");
            code.Outdent();
        }

        WriteDefault(code);
    }

    private static void WriteToMany(CodeWriter code, PropertyModel[] relationships)
    {
        if (relationships.Length == 0)
            return;
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Open("internal override bool TryAttach(string relationship, IReadOnlyList<KlaviyoResource> resources)");
        code.Open("switch (relationship)");
        foreach (PropertyModel property in relationships)
        {
            code.Line($"case {Literals.Text(property.WireName)}:");
            code.Indent();
            code.Line(property.IsMadeOnDemand
                ? $"{property.Field} = KlaviyoLinks<{Target(property)}>.Of(resources);"
                : $"{property.Field} = [.. resources.OfType<{Target(property)}>()];");
            code.Line("return true;");
            code.Outdent();
        }

        WriteDefault(code);
    }

    private static void WriteDefault(CodeWriter code)
    {
        code.Line("default:");
        code.Indent();
        code.Line("return false;");
        code.Outdent();
        code.Close();
        code.Close();
    }

    private static string Target(PropertyModel property) => PascalCase.Of(property.Relationship!.ResourceType);
}
