using System.Globalization;
using System.Text;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes values as C# literals.</summary>
internal static class Literals
{
    internal static string Text(string value)
    {
        var literal = new StringBuilder("\"");
        foreach (char character in value)
        {
            literal.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or > '~' => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    internal static string Flag(bool value) => value ? "true" : "false";

    /// <summary>A value within an XML documentation comment.</summary>
    internal static string Xml(string value) =>
        value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
