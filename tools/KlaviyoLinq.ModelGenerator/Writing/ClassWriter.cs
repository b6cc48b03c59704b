using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes resource classes, component classes and the bases of unions.</summary>
internal static class ClassWriter
{
    internal const string ResourceNamespace = "KlaviyoLinq.Model";
    internal const string ComponentNamespace = "KlaviyoLinq.Model.Components";

    internal static string Write(ClassModel type, string revision)
    {
        CodeWriter code = Start(type.IsResource ? ResourceNamespace : ComponentNamespace, type.Properties, revision);
        code.Line(type.IsResource
            ? $"/// <summary>A Klaviyo <c>{type.WireName}</c> resource.</summary>"
            : $"/// <summary>An object within an attribute: <c>{type.WireName}</c> in Klaviyo's document.</summary>");
        if (type.IsResource)
            code.Line($"[WireName({Literals.Text(type.WireName)})]");
        code.Open($"public sealed class {type.Name} : {(type.IsResource ? "KlaviyoResource" : type.Base?.Name ?? "KlaviyoObject")}");
        if (type.IsResource)
        {
            code.Line("/// <inheritdoc/>");
            code.Line($"public override string ResourceType => {Literals.Text(type.WireName)};");
            code.Line();
        }

        WriteProperties(code, type.Properties);
        WriteOrdinals(code, type.Received);
        if (type.IsResource)
            AttachWriter.Write(code, type);
        code.Close();
        return code.ToString();
    }

    internal static string Write(UnionModel union, string revision)
    {
        CodeWriter code = Start(ComponentNamespace, union.Shared, revision);
        code.Line($"/// <summary>One of several objects; what is not known to this version arrives as <see cref=\"{union.UnknownName}\"/>.</summary>");
        code.Open($"public abstract class {union.Name} : KlaviyoObject");
        code.Open($"private protected {union.Name}()");
        code.Close();
        if (union.Shared.Count > 0)
            code.Line();
        WriteProperties(code, union.Shared, last: true);
        code.Close();
        code.Line();
        code.Line($"/// <summary>A <see cref=\"{union.Name}\"/> that this version does not know.</summary>");
        code.Open($"public sealed class {union.UnknownName} : {union.Name}");
        code.Line("/// <summary>The whole object as it was received.</summary>");
        code.Line("public KlaviyoMap Json { get; set; } = KlaviyoMap.Empty;");
        code.Line();
        WriteOrdinals(code, union.Shared);
        code.Close();
        return code.ToString();
    }

    private static CodeWriter Start(string @namespace, IReadOnlyList<PropertyModel> properties, string revision)
    {
        CodeWriter code = CodeWriter.ForFile(revision);
        if (properties.Any(property => property.Member?.Kind == MemberKind.Any))
            code.Line("using System.Text.Json;");
        if (@namespace == ResourceNamespace && properties.Any(property => property.Member?.Components.Count > 0 || property.Enum is { InComponents: true }))
            code.Line($"using {ComponentNamespace};");
        code.Line();
        code.Line($"namespace {@namespace};");
        code.Line();
        return code;
    }

    private static void WriteProperties(CodeWriter code, IReadOnlyList<PropertyModel> properties, bool last = false)
    {
        PropertyModel[] declared = [.. properties.Where(property => !property.IsDeclaredElsewhere)];
        PropertyModel[] ordered = [.. declared.Where(property => !property.Oblivious), .. declared.Where(property => property.Oblivious)];
        bool oblivious = false;
        for (int index = 0; index < ordered.Length; index++)
        {
            PropertyModel property = ordered[index];
            if (property.Oblivious && !oblivious)
            {
                oblivious = true;
                code.Directive("#nullable disable annotations // On purpose: in a query, a path through an object that is missing reads as null (ADR 0002).");
                code.Line();
            }

            Write(code, property);
            if (!last || index < ordered.Length - 1)
                code.Line();
        }

        if (!oblivious)
            return;
        code.Directive("#nullable enable annotations");
        if (!last)
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

    private static void WriteOrdinals(CodeWriter code, IReadOnlyList<PropertyModel> received)
    {
        if (received.Count == 0)
        {
            code.Line("private protected override int OrdinalOf(string wireName) => -1;");
            return;
        }

        code.Open("private protected override int OrdinalOf(string wireName) => wireName switch");
        for (int ordinal = 0; ordinal < received.Count; ordinal++)
            code.Line($"{Literals.Text(received[ordinal].WireName)} => {ordinal},");
        code.Line("_ => -1,");
        code.Close(";");
    }
}
