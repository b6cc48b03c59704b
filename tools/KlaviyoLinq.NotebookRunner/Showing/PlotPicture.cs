using System.Text.RegularExpressions;
using ScottPlot;

namespace KlaviyoLinq.NotebookRunner.Showing;

/// <summary>Draws plots as SVG: text that Git can compare and that is sharp at every size.</summary>
internal static partial class PlotPicture
{
    private const int Width = 800;
    private const int Height = 400;

    /// <summary>The picture of a plot.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="place">Begins the ids in the picture: several pictures may come to stand in one page, and an id counts for the whole page.</param>
    internal static string Draw(Plot plot, string place)
    {
        string svg = plot.GetSvgXml(Width, Height).ReplaceLineEndings("\n").Trim();
        svg = Declaration().Replace(svg, "");
        svg = Id().Replace(svg, match => match.Value.Replace("cl_", $"{place}-cl_", StringComparison.Ordinal));
        svg = FontFamily().Replace(svg, "font-family=\"sans-serif\"");
        svg = TrailingComma().Replace(svg, "");
        return svg.Replace("<image ", "<image style=\"image-rendering:pixelated\" ", StringComparison.Ordinal); // The cells of a heat map have edges.
    }

    [GeneratedRegex(@"^<\?xml[^>]*\?>\s*")]
    private static partial Regex Declaration();

    [GeneratedRegex("""(id="cl_|url\(#cl_)""")]
    private static partial Regex Id();

    // The family is whatever this machine had; the picture is looked at on others.
    [GeneratedRegex(@"font-family=""[^""]*""")]
    private static partial Regex FontFamily();

    // Skia ends lists of coordinates with a comma, which SVG does not allow.
    [GeneratedRegex("""(?<=\d),\s*(?=")""")]
    private static partial Regex TrailingComma();
}
