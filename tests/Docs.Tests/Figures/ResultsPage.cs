using System.Text.RegularExpressions;
using KlaviyoLinq.Docs.Tests.Reading;

namespace KlaviyoLinq.Docs.Tests.Figures;

/// <summary>A page of <c>benchmarks/Results</c>: its tables, and the sentences between them.</summary>
internal sealed class ResultsPage
{
    private readonly string _path;
    private readonly string _text;
    private readonly List<string[][]> _tables = [];

    private ResultsPage(string path, string text)
    {
        _path = path;
        _text = text;
        string[][]? table = null;
        foreach (string line in text.Split('\n'))
            if (!line.StartsWith('|'))
                table = null;
            else if (table is null)
                _tables.Add(table = [Cells(line)]);
            else
                _tables[^1] = table = [.. table, Cells(line)];
    }

    /// <summary>The page of that name, or null when nothing was measured yet.</summary>
    internal static ResultsPage? Find(string name) =>
        PathOf(name) is var path && File.Exists(Checkout.PathOf(path)) ? new ResultsPage(path, Checkout.Read(path)) : null;

    internal static ResultsPage Sample(string text) => new("sample.md", text);

    internal static string PathOf(string name) => $"benchmarks/Results/{name}.md";

    /// <summary>A cell of a table.</summary>
    /// <param name="table">Which table of the page, counted from 1.</param>
    /// <param name="candidate">What its first cell begins with.</param>
    /// <param name="column">The heading above.</param>
    internal string Cell(int table, string candidate, string column)
    {
        string[][] rows = table <= _tables.Count ? _tables[table - 1] : throw Missing($"a table number {table}");
        int at = Array.IndexOf(rows[0], column);
        string[] row = Array.Find(rows, row => row[0].StartsWith(candidate, StringComparison.Ordinal))
            ?? throw Missing($"a line '{candidate}' in its table number {table}");
        return at >= 0 ? row[at] : throw Missing($"a column '{column}' in its table number {table}");
    }

    /// <summary>Group that the pattern captures.</summary>
    internal string Sentence(string pattern) =>
        Regex.Match(_text, pattern) is { Success: true } match ? match.Groups[1].Value : throw Missing($"a sentence like '{pattern}'");

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];

    private InvalidDataException Missing(string what) =>
        new($"{_path} has no longer {what}. Name in tests/Docs.Tests/Figures/FigureTable.cs what is there instead.");
}
