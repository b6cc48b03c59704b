using System.Globalization;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Writing.Templates;

/// <summary>Value of an expression of a template.</summary>
/// <param name="Text">The text that is written for it. Arrays and objects are written as JSON.</param>
/// <param name="IsTrue">Indicates whether the value counts as true: not for nothing, empty texts, arrays and objects, zero and false.</param>
/// <param name="Json">The value in the context; undefined for a literal and for nothing.</param>
internal readonly record struct TemplateValue(string Text, bool IsTrue, JsonElement Json)
{
    /// <summary>The value of a variable that the context does not have: it is written as nothing.</summary>
    internal static TemplateValue Nothing { get; } = new("", false, default);

    /// <summary>Indicates whether the text is not escaped.</summary>
    internal bool IsSafe { get; init; }

    internal static TemplateValue Literal(string text) => new(text, text.Length > 0, default) { IsSafe = true };

    internal static TemplateValue Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new(value.GetString()!, value.GetString()!.Length > 0, value),
        JsonValueKind.Number => new(value.GetRawText(), value.GetDouble() != 0, value),
        JsonValueKind.True => new("True", true, value),
        JsonValueKind.False => new("False", false, value),
        JsonValueKind.Array => new(value.GetRawText(), value.GetArrayLength() > 0, value),
        JsonValueKind.Object => new(value.GetRawText(), value.EnumerateObject().Any(), value),
        _ => Nothing,
    };

    /// <summary>The member of an object by its name, or the item of an array by its index.</summary>
    internal TemplateValue Member(string name) => Json.ValueKind switch
    {
        JsonValueKind.Object when Json.TryGetProperty(name, out JsonElement member) => Of(member),
        JsonValueKind.Array when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < Json.GetArrayLength()
            => Of(Json[index]),
        _ => Nothing,
    };
}
