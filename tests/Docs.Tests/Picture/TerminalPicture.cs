using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KlaviyoLinq.Docs.Tests.Picture;

/// <summary>Draws lines of a terminal as SVG. Each piece is stretched to its cells, so that columns stand straight in whatever font is there.</summary>
internal static partial class TerminalPicture
{
    private const double CellWidth = 7.4;
    private const double LineHeight = 17;
    private const double Margin = 18;
    private const double TitleHeight = 34;
    private const string Ink = "#d7dae0";

    internal static string Draw(string command, IReadOnlyList<TerminalLine> lines, int columns)
    {
        double width = columns * CellWidth + 2 * Margin;
        double height = TitleHeight + (lines.Count + 2) * LineHeight + Margin;
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:0.#} {height:0.#}" role="img" aria-label="A terminal: {SecurityElement.Escape(command)}">
            <style>text {"{"} font: 12.3px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre {"}"}</style>
            <rect width="100%" height="100%" rx="9" fill="#1d2129"/>
            <circle cx="20" cy="17" r="5.5" fill="#ff5f57"/><circle cx="38" cy="17" r="5.5" fill="#febc2e"/><circle cx="56" cy="17" r="5.5" fill="#28c840"/>

            """);
        Write(svg, "$ " + command, 0, 0, "#8ae6a2", isBold: false, columns: command.Length + 2);
        for (int i = 0; i < lines.Count; i++)
            WriteLine(svg, lines[i], i + 2);
        return svg.Append("</svg>\n").ToString().ReplaceLineEndings("\n");
    }

    private static void WriteLine(StringBuilder svg, TerminalLine line, int row)
    {
        int column = 0;
        foreach (Segment segment in line.Segments)
        {
            foreach (Match part in Part().Matches(segment.Text))
                Write(
                    svg, part.Value, column + Cells(segment.Text[..part.Index]), row, InkOf(segment.Style),
                    segment.Style.Decoration.HasFlag(Decoration.Bold), Cells(part.Value));
            column += Cells(segment.Text);
        }
    }

    private static void Write(StringBuilder svg, string text, int column, int row, string ink, bool isBold, int columns)
    {
        double x = Margin + column * CellWidth;
        double y = TitleHeight + (row + 1) * LineHeight;
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" textLength=\"{columns * CellWidth:0.#}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{ink}\"");
        svg.Append(isBold ? " font-weight=\"bold\">" : ">").Append(SecurityElement.Escape(text)).Append("</text>\n");
    }

    private static int Cells(string text) => new Segment(text).CellCount();

    // The terminal's own shades are too dark for a dark ground.
    private static string InkOf(Style style) => style.Foreground switch
    {
        var color when color == Color.Default => Ink,
        var color when color == Color.Blue => "#79b8ff",
        var color when color == Color.Green => "#8ae6a2",
        var color when color == Color.Grey => "#8b949e",
        var color => "#" + color.ToHex().ToLowerInvariant(),
    };

    // What stands in one column of a table, or a sentence.
    [GeneratedRegex("│|[^\\s│]+(?: [^\\s│]+)*")]
    private static partial Regex Part();
}
