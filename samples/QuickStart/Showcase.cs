using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Errors;
using Spectre.Console;

namespace KlaviyoLinq.Samples.QuickStart;

/// <summary>Runs a query or a command and shows it: the C#, the request, the progress, the first rows.</summary>
internal sealed class Showcase(RequestLog log)
{
    private const int RowsShown = 6;

    /// <summary>Streams all rows of a query, page after page.</summary>
    internal async Task ShowAsync<T>(string title, IKlaviyoQueryable<T> query, [CallerArgumentExpression(nameof(query))] string code = "")
    {
        Begin(title, code);
        log.Clear();
        List<T> first = [];
        int items = 0;
        Stopwatch clock = Stopwatch.StartNew();

        await AnsiConsole.Status().StartAsync("asking …", async status =>
        {
            await foreach (T row in query)
            {
                if (first.Count < RowsShown)
                    first.Add(row);
                items++;
                status.Status(Progress(items, clock));
            }
        });

        AnsiConsole.MarkupLineInterpolated(CultureInfo.CurrentCulture, $"[grey]GET[/] {Decoded(log.First)}");
        AnsiConsole.MarkupLineInterpolated(CultureInfo.CurrentCulture, $"[green]{Progress(items, clock)}[/]");
        AnsiConsole.Write(TableOf(first));
    }

    /// <summary>Shows how a query that Klaviyo cannot answer is refused, before anything is sent.</summary>
    internal async Task ShowRefusalAsync<T>(string title, IKlaviyoQueryable<T> query, [CallerArgumentExpression(nameof(query))] string code = "")
    {
        Begin(title, code);
        log.Clear();
        try
        {
            await query.ToListAsync();
            throw new InvalidOperationException("The query was answered, although Klaviyo cannot answer it.");
        }
        catch (UntranslatableQueryException refusal)
        {
            AnsiConsole.Write(
                new Panel(Markup.Escape(refusal.Message)) { Header = new PanelHeader(" UntranslatableQueryException "), BorderStyle = Color.Yellow });
            AnsiConsole.MarkupLineInterpolated(CultureInfo.CurrentCulture, $"[green]{log.Requests} requests sent[/]");
        }
    }

    /// <summary>Shows a command as it is sent, or how it is refused before anything is sent.</summary>
    internal async Task ShowCommandAsync(string title, Func<Task> command, [CallerArgumentExpression(nameof(command))] string code = "")
    {
        Begin(title, code["() => ".Length..]);
        log.Clear();
        try
        {
            await command();
            AnsiConsole.MarkupLineInterpolated(CultureInfo.CurrentCulture, $"{log.Sent}");
        }
        catch (KlaviyoCommandRefusedException refusal)
        {
            AnsiConsole.Write(
                new Panel(Markup.Escape(refusal.Message)) { Header = new PanelHeader(" KlaviyoCommandRefusedException "), BorderStyle = Color.Yellow });
        }

        AnsiConsole.MarkupLineInterpolated(CultureInfo.CurrentCulture, $"[green]{log.Requests} requests sent[/]");
    }

    private static void Begin(string title, string code)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule($"[bold]{Markup.Escape(title)}[/]") { Justification = Justify.Left });
        AnsiConsole.WriteLine();
        foreach (string line in Unindented(code))
            AnsiConsole.MarkupLineInterpolated(CultureInfo.CurrentCulture, $"[blue]{line}[/]");
        AnsiConsole.WriteLine();
    }

    private string Progress(int items, Stopwatch clock) =>
        string.Create(CultureInfo.InvariantCulture, $"{items:N0} items, {log.Requests} pages, {clock.Elapsed.TotalSeconds:0.00} s");

    // Decoded, each parameter on a line of its own.
    private static string Decoded(Uri? request) => request is null
        ? "(nothing was sent)"
        : request.AbsolutePath
            + Uri.UnescapeDataString(request.Query.Replace("?", "\n    ?", StringComparison.Ordinal).Replace("&", "\n    &", StringComparison.Ordinal));

    private static Table TableOf<T>(List<T> rows)
    {
        PropertyInfo[] columns = typeof(T).GetProperties();
        Table table = new() { Border = TableBorder.Rounded };
        foreach (PropertyInfo column in columns)
            table.AddColumn(Markup.Escape(column.Name));
        foreach (T row in rows)
            table.AddRow([.. columns.Select(column => Markup.Escape(Cell(column.GetValue(row))))]);
        return table;
    }

    private static string Cell(object? value) => value switch
    {
        null => "–",
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // The compiler hands over the source with its indentation; the first line has none.
    private static IEnumerable<string> Unindented(string code) =>
        code.Split('\n').Select((line, index) => index == 0 ? line.Trim() : "    " + line.Trim());
}
