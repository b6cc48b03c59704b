using System.Net;
using System.Text;

namespace KlaviyoLinq.Display;

/// <summary>
/// Writes a view as HTML, with everything that comes from data encoded. No scripts, no style sheets: sites that show notebooks take these away.
/// </summary>
internal static class HtmlView
{
    private const string Left = " style=\"text-align:left\"";

    internal static string Write(View view)
    {
        StringBuilder html = new();
        if (view.Title.Length > 0)
            html.Append("<p><b>").Append(Encoded(view.Title)).Append("</b></p>\n");
        if (view.Text is { } text)
            html.Append("<pre>").Append(Encoded(text)).Append("</pre>\n");
        ViewFact[] facts = [.. view.Facts.Where(fact => fact.Lines.Count > 0)];
        if (facts.Length > 0)
        {
            html.Append("<table>\n");
            foreach (ViewFact fact in facts)
                html.Append($"<tr><th{Left}>")
                    .Append(Encoded(fact.Name)).Append($"</th><td{Left}>").AppendJoin("<br>", fact.Lines.Select(Code)).Append("</td></tr>\n");
            html.Append("</table>\n");
        }

        if (view.Grid is { } grid)
            Append(html, grid);
        return html.ToString();
    }

    private static void Append(StringBuilder html, Grid grid)
    {
        html.Append("<table>\n<thead><tr>");
        foreach (string column in grid.Columns)
            html.Append($"<th{Left}>").Append(Encoded(column)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<string> row in grid.Rows)
        {
            html.Append("<tr>");
            foreach (string cell in row)
                html.Append($"<td{Left}>").Append(Encoded(cell)).Append("</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
        if (grid.More > 0)
            html.Append("<p>and ").Append(Numbers.Grouped(grid.More)).Append(" more</p>\n");
    }

    private static string Code(string line) => $"<code>{Encoded(line)}</code>";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
