namespace KlaviyoLinq.House.Tests.Reading;

/// <summary>The glossary of the documentation: terms with their types, and the words that they replace.</summary>
internal sealed class Glossary
{
    internal const string Path = "docs/glossary.md";

    private Glossary(RepositoryFile? file)
    {
        string[] lines = file?.Lines ?? [];
        int heading = Array.IndexOf(lines, "## Replaced words");
        int replaced = heading < 0 ? lines.Length : heading;
        Terms = [.. Rows(lines, 0, replaced).Select(row => (row.Line, row.Cells[0], row.Cells[^1].Trim('`')))];
        ReplacedWords = Rows(lines, replaced, lines.Length)
            .SelectMany(row => row.Cells[0].Split(", "), (row, word) => KeyValuePair.Create(word, row.Cells[1]))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The terms with their lines and the names of their types or members; the name is empty for a term without one.</summary>
    internal IReadOnlyList<(int Line, string Term, string Type)> Terms { get; }

    /// <summary>The replaced words, each with what is written instead.</summary>
    internal IReadOnlyDictionary<string, string> ReplacedWords { get; }

    internal static Glossary Of(Repository repository) => new(repository.Files.FirstOrDefault(file => file.Path == Path));

    // The first two lines of a table are its heading.
    private static IEnumerable<(int Line, string[] Cells)> Rows(string[] lines, int start, int end) =>
        from line in Enumerable.Range(start, end - start).Where(line => lines[line].StartsWith('|')).Skip(2)
        select (line + 1, lines[line].Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());
}
