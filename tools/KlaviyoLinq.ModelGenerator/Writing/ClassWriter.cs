using KlaviyoLinq.ModelGenerator.Modelling;
using static System.FormattableString;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes resource classes, component classes and the bases of unions, each with its reading.</summary>
internal static class ClassWriter
{
    internal static void Write(CodeWriter code, ClassModel type, ReaderWriter readers, BodyWriter bodies)
    {
        code.Line(type.IsResource
            ? $"/// <summary>Klaviyo resource <c>{type.WireName}</c>.</summary>"
            : $"/// <summary>Object within an attribute: <c>{type.WireName}</c> in Klaviyo's document.</summary>");
        if (type.IsResource)
            code.Line($"[WireName({Literals.Text(type.WireName)})]");
        string[] bases = type.IsResource ? ["KlaviyoResource", .. bodies.MarkersOf(type)] : [type.Base?.Name ?? "KlaviyoObject"];
        code.Open($"public sealed class {type.Name} : {string.Join(", ", bases)}");
        ReaderWriter.WriteTable(code, type.Received);
        BodyWriter.WriteTable(code, type.Tracked);
        if (type.IsResource)
        {
            code.Line("/// <inheritdoc/>");
            code.Line($"public override string ResourceType => {Literals.Text(type.WireName)};");
            code.Line();
        }

        WriteProperties(code, type.Properties, type.Tracked, "private");
        readers.WriteRead(code, type);
        if (type.IsResource)
            AttachWriter.Write(code, type);
        bodies.WriteMembers(code, type);
        code.Close();
    }

    internal static void Write(CodeWriter code, UnionModel union, UnionReaderWriter readers)
    {
        code.Line($"/// <summary>Base of several kinds of object. A kind that this version does not know is read as <see cref=\"{union.UnknownName}\"/>.</summary>");
        code.Open($"public abstract class {union.Name} : KlaviyoObject");
        code.Open($"private protected {union.Name}()");
        code.Close();
        code.Line();
        WriteProperties(code, union.Shared, union.Shared, "private protected");
        readers.WriteUses(code, union);
        code.Close();
        code.Line();
        code.Line($"/// <summary><see cref=\"{union.Name}\"/> of a kind that this version does not know.</summary>");
        code.Open($"public sealed class {union.UnknownName} : {union.Name}");
        ReaderWriter.WriteTable(code, union.Shared);
        BodyWriter.WriteTable(code, union.Shared);
        code.Line("/// <summary>The object as it was received.</summary>");
        code.Line("public KlaviyoMap Json { get; set; } = KlaviyoMap.Empty;");
        code.Line();
        readers.WriteUnknown(code, union);
        BodyWriter.WriteUnknown(code);
        code.Close();
    }

    private static void WriteProperties(
        CodeWriter code, IReadOnlyList<PropertyModel> properties, IReadOnlyList<PropertyModel> tracked, string access)
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

            Write(code, property, tracked.ToList().IndexOf(property), access);
            code.Line();
        }

        if (!oblivious)
            return;
        code.Directive("#nullable enable annotations");
        code.Line();
    }

    private static void Write(CodeWriter code, PropertyModel property, int place, string access)
    {
        string attribute = property.Role switch
        {
            PropertyRole.Attribute => "WireName",
            PropertyRole.Relationship => "Relationship",
            PropertyRole.RelationshipId => "RelationshipId",
            _ => "FilterOnly",
        };
        string initializer = property.Initializer is null ? "" : $" = {property.Initializer}";
        string get = property switch
        {
            { Member.WriteOnly: true } => "",
            { IsMadeOnDemand: true } => $"get => {property.Type}.Own(ref {property.Field}); ",
            _ => $"get => {property.Field}; ",
        };
        code.Line($"{access} {property.Type}{(property.IsMadeOnDemand ? "?" : "")} {property.Field}{initializer};");
        code.Line();
        code.Line($"/// <summary>{property.Summary}</summary>");
        code.Line($"[{attribute}({Literals.Text(property.WireName)})]");
        code.Line(Invariant($"public {property.Type} {property.Name} {{ {get}set => Assign(ref {property.Field}, value, {place}); }}"));
    }
}
