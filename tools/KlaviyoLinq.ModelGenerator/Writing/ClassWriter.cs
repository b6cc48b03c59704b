using KlaviyoLinq.ModelGenerator.Modelling;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes resource classes, component classes and the bases of unions, each with its reading.</summary>
internal static class ClassWriter
{
    internal static void Write(CodeWriter code, ClassModel type, ReaderWriter readers)
    {
        code.Line(type.IsResource
            ? $"/// <summary>Klaviyo resource <c>{type.WireName}</c>.</summary>"
            : $"/// <summary>Object within an attribute: <c>{type.WireName}</c> in Klaviyo's document.</summary>");
        if (type.IsResource)
            code.Line($"[WireName({Literals.Text(type.WireName)})]");
        code.Open($"public sealed class {type.Name} : {(type.IsResource ? "KlaviyoResource" : type.Base?.Name ?? "KlaviyoObject")}");
        ReaderWriter.WriteTable(code, type.Received);
        if (type.IsResource)
        {
            code.Line("/// <inheritdoc/>");
            code.Line($"public override string ResourceType => {Literals.Text(type.WireName)};");
            code.Line();
        }

        WriteProperties(code, type.Properties);
        readers.WriteRead(code, type);
        if (type.IsResource)
            AttachWriter.Write(code, type);
        code.Close();
    }

    internal static void Write(CodeWriter code, UnionModel union, UnionReaderWriter readers)
    {
        code.Line($"/// <summary>Base of several kinds of object. A kind that this version does not know is read as <see cref=\"{union.UnknownName}\"/>.</summary>");
        code.Open($"public abstract class {union.Name} : KlaviyoObject");
        code.Open($"private protected {union.Name}()");
        code.Close();
        code.Line();
        WriteProperties(code, union.Shared);
        readers.WriteUses(code, union);
        code.Close();
        code.Line();
        code.Line($"/// <summary><see cref=\"{union.Name}\"/> of a kind that this version does not know.</summary>");
        code.Open($"public sealed class {union.UnknownName} : {union.Name}");
        ReaderWriter.WriteTable(code, union.Shared);
        code.Line("/// <summary>The object as it was received.</summary>");
        code.Line("public KlaviyoMap Json { get; set; } = KlaviyoMap.Empty;");
        code.Line();
        readers.WriteUnknown(code, union);
        code.Close();
    }

    private static void WriteProperties(CodeWriter code, IReadOnlyList<PropertyModel> properties)
    {
        PropertyModel[] declared = [.. properties.Where(property => !property.IsDeclaredElsewhere)];
        PropertyModel[] ordered = [.. declared.Where(property => !property.Oblivious), .. declared.Where(property => property.Oblivious)];
        bool oblivious = false;
        foreach (PropertyModel property in ordered)
        {
            if (property.Oblivious && !oblivious)
            {
                oblivious = true;
                code.Directive("#nullable disable annotations // On purpose: in a query, a path through an object that is missing reads as null (ADR 0002).");
                code.Line();
            }

            Write(code, property);
            code.Line();
        }

        if (!oblivious)
            return;
        code.Directive("#nullable enable annotations");
        code.Line();
    }

    private static void Write(CodeWriter code, PropertyModel property)
    {
        string attribute = property.Role switch
        {
            PropertyRole.Attribute => "WireName",
            PropertyRole.Relationship => "Relationship",
            PropertyRole.RelationshipId => "RelationshipId",
            _ => "FilterOnly",
        };
        code.Line($"/// <summary>{property.Summary}</summary>");
        code.Line($"[{attribute}({Literals.Text(property.WireName)})]");
        code.Line($"public {property.Type} {property.Name} {{ get; set; }}{(property.Initializer is null ? "" : $" = {property.Initializer};")}");
    }
}
