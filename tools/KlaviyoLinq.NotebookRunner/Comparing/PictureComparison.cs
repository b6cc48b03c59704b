using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace KlaviyoLinq.NotebookRunner.Comparing;

/// <summary>
/// Compares SVG pictures by what no font changes: their size, and in which styles which kinds of shapes are drawn. Where the shapes lie follows from
/// the size of the labels, and so from the machine's fonts; the numbers that are drawn are compared as text, beside the picture.
/// </summary>
internal static class PictureComparison
{
    private static readonly string[] _style = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray"];

    internal static string? Difference(string stored, string given)
    {
        try
        {
            (XElement before, XElement after) = (XDocument.Parse(stored).Root!, XDocument.Parse(given).Root!);
            if ((Size(before), Size(after)) is var (was, becomes) && was != becomes)
                return $"the picture in the file is {was}, the cell gives one of {becomes}";
            string[] missing = [.. Shapes(after)
                .Except(Shapes(before))
                .Select(shape => $"lacks {shape}"), .. Shapes(before)
                .Except(Shapes(after))
                .Select(shape => $"has {shape} too many")];
            return missing.Length == 0 ? null : $"the picture in the file {string.Join(" and ", missing.Order(StringComparer.Ordinal).Take(3))}";
        }
        catch (XmlException fault)
        {
            return $"the picture is no SVG: {fault.Message}";
        }
    }

    private static string Size(XElement picture) => $"{(string?)picture.Attribute("width")} × {(string?)picture.Attribute("height")}";

    private static HashSet<string> Shapes(XElement picture) =>
    [
        .. from shape in picture.Descendants()
           where shape.Name.LocalName is not ("text" or "clipPath" or "defs" or "g") && shape.Parent?.Name.LocalName != "clipPath"
           select $"<{shape.Name.LocalName}{string.Concat(_style.Select(name => Style(shape, name)))}>",
    ];

    private static string Style(XElement shape, string name) => (string?)shape.Attribute(name) is { } value ? $" {name}=\"{Rounded(value)}\"" : "";

    private static string Rounded(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number.ToString("0.##", CultureInfo.InvariantCulture)
            : value;
}
