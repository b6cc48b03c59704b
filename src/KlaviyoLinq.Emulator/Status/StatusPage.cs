using System.Globalization;
using System.Text;
using static KlaviyoLinq.Emulator.Status.StatusText;

namespace KlaviyoLinq.Emulator.Status;

/// <summary>Writes a report for people: one page that needs nothing but itself and looks again every two seconds.</summary>
internal static class StatusPage
{
    internal static string Write(StatusReport report)
    {
        StringBuilder html = new();
        html.Append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Klaviyo emulator</title><style>")
            .Append(StatusStyle.Css).Append("</style></head><body><main>");
        WriteHead(html, report);
        html.Append("<div class=\"columns\"><div>");
        WriteRequests(html, report);
        WriteWindows(html, report);
        WriteFaults(html, report);
        html.Append("</div><div>");
        WriteData(html, report);
        html.Append("</div></div></main><script>").Append(StatusStyle.Script).Append("</script></body></html>");
        return html.ToString();
    }

    private static void WriteHead(StringBuilder html, StatusReport report)
    {
        html.Append("<header><h1>Klaviyo emulator</h1><p><span class=\"chip\">").Append(Html(report.Catalogue)).Append("</span><span class=\"chip\">filters: ")
            .Append(Html(report.Grammar)).Append("</span><span class=\"chip\">rules: ").Append(Html(report.Strictness)).Append("</span><span class=\"chip\">")
            .Append(report.Now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
            .Append(" UTC</span></p></header><div class=\"cards\">");
        WriteCard(html, "requests", report.RequestCount);
        WriteCard(html, "resources", report.Data.Sum(row => row.Counts.Sum(count => (long)count)));
        WriteCard(html, "accounts", report.Accounts.Count);
        WriteCard(html, "faults set", report.Faults.Count);
        html.Append("</div>");
    }

    private static void WriteCard(StringBuilder html, string name, long number) =>
        html.Append("<div class=\"card\"><b id=\"")
            .Append(name.Replace(' ', '-')).Append("\">").Append(Number(number)).Append("</b><span>").Append(name).Append("</span></div>");

    private static void WriteRequests(StringBuilder html, StatusReport report)
    {
        html.Append("<section><h2>Latest requests</h2>");
        if (report.Requests.Count == 0)
        {
            html.Append("<p class=\"none\">None yet. Send one to <code>/api/profiles</code> with the headers <code>Authorization: Klaviyo-API-Key pk_…</code> and <code>revision</code>.</p></section>");
            return;
        }
        html.Append("<table id=\"latest\"><thead><tr><th>time</th><th>status</th><th>request</th><th>account</th></tr></thead><tbody>");
        foreach (ReceivedRequest request in report.Requests)
            html.Append("<tr><td class=\"dim\">")
                .Append(Time(request.ReceivedAt)).Append("</td><td>").Append(Badge(request.Status)).Append("</td><td class=\"wide\">")
                .Append(Html(request.Method))
                .Append(" <b>")
                .Append(Html(request.Path))
                .Append("</b>")
                .Append(request.Query.Length == 0 ? "" : "<br><code>" + Html(Query(request)) + "</code>")
                .Append("</td><td>").Append(Html(request.Account)).Append("</td></tr>");
        html.Append("</tbody></table></section>");
    }

    private static void WriteWindows(StringBuilder html, StatusReport report)
    {
        html.Append("<section><h2>Rate limits</h2>");
        if (report.Windows.Count == 0)
        {
            html.Append("<p class=\"none\">Nothing is counted.</p></section>");
            return;
        }
        html.Append("<table id=\"windows\"><thead><tr><th>account</th><th>counted</th><th>window</th><th>used</th><th class=\"number\">refused</th></tr></thead><tbody>");
        foreach (RateLimitWindow window in report.Windows)
            html.Append("<tr><td>")
                .Append(Html(Masked(window.Account)))
                .Append("</td><td class=\"wide\">")
                .Append(Html(window.Counted))
                .Append("</td><td>")
                .Append(Length(window.Length))
                .Append("</td><td><meter min=\"0\" max=\"")
                .Append(window.Limit).Append("\" high=\"").Append(window.Limit * 0.8).Append("\" value=\"").Append(window.Used).Append("\"></meter> ")
                .Append(window.Used).Append('/').Append(window.Limit).Append("</td><td class=\"number\">").Append(Number(window.Refused)).Append("</td></tr>");
        html.Append("</tbody></table></section>");
    }

    private static void WriteFaults(StringBuilder html, StatusReport report)
    {
        if (report.Faults.Count == 0)
            return;
        html.Append("<section><h2>Faults</h2><table id=\"faults\"><thead><tr><th>route</th><th class=\"number\">calls</th><th class=\"number\">strikes</th></tr></thead><tbody>");
        foreach ((string route, long calls, long hits) in report.Faults)
            html.Append("<tr><td class=\"wide\">")
                .Append(Html(route))
                .Append("</td><td class=\"number\">")
                .Append(Number(calls))
                .Append("</td><td class=\"number\">")
                .Append(Number(hits))
                .Append("</td></tr>");
        html.Append("</tbody></table></section>");
    }

    private static void WriteData(StringBuilder html, StatusReport report)
    {
        html.Append("<section><h2>Data</h2><table id=\"data\"><thead><tr><th>type</th>");
        foreach (string account in report.Accounts)
            html.Append("<th class=\"number\">").Append(Html(account)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach ((string type, IReadOnlyList<int> counts) in report.Data)
        {
            html.Append("<tr><td class=\"wide\">").Append(Html(type)).Append("</td>");
            foreach (int count in counts)
                html.Append("<td class=\"number\">").Append(Number(count)).Append("</td>");
            html.Append("</tr>");
        }
        html.Append("</tbody></table></section>");
    }

    private static string Badge(int? status) => status is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"<span class=\"badge s{known / 100}\">{known}</span>")
        : "<span class=\"badge\" title=\"not answered\">–</span>";

    private static string Length(TimeSpan length) => length.TotalSeconds switch
    {
        1 => "1 s",
        60 => "1 min",
        86_400 => "1 day",
        var seconds => seconds.ToString(CultureInfo.InvariantCulture) + " s",
    };
}
