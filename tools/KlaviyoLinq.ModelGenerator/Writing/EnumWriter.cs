using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Naming;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes open enumerations. The known values are made on demand: a type with six hundred of them costs nothing to touch.</summary>
internal static class EnumWriter
{
    internal static string Write(EnumModel type, string revision)
    {
        CodeWriter code = CodeWriter.ForFile(revision);
        code.Line($"namespace {(type.InComponents ? ClassWriter.ComponentNamespace : ClassWriter.ResourceNamespace)};");
        code.Line();
        code.Line($"/// <summary>An open enumeration: the known values of <c>{Literals.Xml(string.Join("</c>, <c>", type.Sites.Take(3))).Replace("&lt;/c&gt;, &lt;c&gt;", "</c>, <c>", StringComparison.Ordinal)}</c>{(type.Sites.Count > 3 ? " and others" : "")}. Klaviyo may send others.</summary>");
        code.Open($"public readonly record struct {type.Name} : IKlaviyoEnum");
        code.Line("private readonly string? _value;");
        code.Line();
        code.Line("/// <summary>A value, be it known or not.</summary>");
        code.Line("/// <param name=\"value\">The value as it is spelled on the wire.</param>");
        code.Line($"public {type.Name}(string value) => _value = value;");
        foreach ((string value, string name) in EnumMemberNames.Of(type.Name, type.Values))
        {
            code.Line();
            code.Line($"/// <summary>Wire value <c>{Literals.Xml(value)}</c>.</summary>");
            code.Line($"public static {type.Name} {name} => new({Literals.Text(value)});");
        }

        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("public string Value => _value ?? \"\";");
        code.Line();
        code.Line("/// <summary>Whether both stand for the same value on the wire.</summary>");
        code.Line("/// <param name=\"other\">The other value.</param>");
        code.Line($"public bool Equals({type.Name} other) => Value == other.Value;");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("public override string ToString() => Value;");
        code.Close();
        return code.ToString();
    }
}
