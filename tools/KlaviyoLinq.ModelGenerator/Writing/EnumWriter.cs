using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Naming;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes open enumerations. The known values are created on demand, so that a type with many of them costs nothing at startup.</summary>
internal static class EnumWriter
{
    internal static void Write(CodeWriter code, EnumModel type)
    {
        code.Line($"/// <summary>Open enumeration: the known values of <c>{Literals.Xml(string.Join("</c>, <c>", type.Sites.Take(3))).Replace("&lt;/c&gt;, &lt;c&gt;", "</c>, <c>", StringComparison.Ordinal)}</c>{(type.Sites.Count > 3 ? " and others" : "")}. Klaviyo may send others.</summary>");
        code.Open($"public readonly record struct {type.Name} : IKlaviyoEnum");
        code.Line("private readonly string? _value;");
        code.Line();
        code.Line("/// <summary>Creates a value, known or not.</summary>");
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
        code.Line("/// <summary>Compares the values on the wire.</summary>");
        code.Line("/// <param name=\"other\">The other value.</param>");
        code.Line($"public bool Equals({type.Name} other) => Value == other.Value;");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("public override string ToString() => Value;");
        code.Close();
    }
}
