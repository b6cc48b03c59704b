using System.Text.Json;
using System.Text.Json.Nodes;
using KlaviyoLinq.NotebookRunner.Documents;

namespace KlaviyoLinq.NotebookRunner.Tests;

/// <summary>Makes notebooks of cells, and runs them.</summary>
internal static class Book
{
    /// <summary>The text of a notebook with these cells, which have not been run.</summary>
    internal static string Of(params string[] cells) => Of(cells.Select(code => (code, Array.Empty<string>())).ToArray());

    internal static string Of(params (string Code, string[] Tags)[] cells) => JsonSerializer.Serialize(new
    {
        cells = cells.Select((cell, index) => new
        {
            cell_type = "code", id = $"cell-{index + 1}", metadata = new { tags = cell.Tags }, execution_count = (int?)null,
            outputs = Array.Empty<object>(), source = cell.Code,
        }),
        metadata = new { language_info = new { name = "C#" } },
        nbformat = 4,
        nbformat_minor = 5,
    });

    internal static Task<NotebookRun> RunAsync(params string[] cells) => RunTextAsync(Of(cells));

    internal static Task<NotebookRun> RunTextAsync(string text) => NotebookRun.OfAsync(Notebook.Parse(text), TimeSpan.FromSeconds(60));

    /// <summary>
    /// The outputs of a cell, from 1, in a form that is easy to compare: <c>stdout: text</c>, <c>text/plain: text</c>, <c>error: message</c>.
    /// </summary>
    internal static IEnumerable<string> Outputs(this NotebookRun run, int cell) =>
        from output in run.Results[cell - 1].Outputs
        select (string?)output["output_type"] switch
        {
            "stream" => $"{output["name"]}: {MultilineText.Read(output["text"])}",
            "error" => $"error: {output["evalue"]}",
            var type => $"{type}: {run.Form(output, "text/plain")}",
        };

    /// <summary>One form of a cell's last output; null where it has none of it.</summary>
    internal static string? Form(this NotebookRun run, int cell, string form) => run.Form(run.Results[cell - 1].Outputs[^1]!, form);

    private static string? Form(this NotebookRun _, JsonNode output, string form) => output["data"]?[form] is { } text ? MultilineText.Read(text) : null;
}
