namespace KlaviyoLinq.Docs.Tests.Reading;

/// <summary>
/// The snippets in the code of <c>samples/Snippets</c>: what stands between <c>// snippet: a-name</c> and <c>// end snippet</c>, without the indentation of
/// these. A name that comes again is continued, after an empty line.
/// </summary>
internal static class SnippetSource
{
    internal const string Folder = "samples/Snippets/";

    private const string Begin = "// snippet: ";
    private const string End = "// end snippet";

    private static readonly Lazy<IReadOnlyDictionary<string, string>> _all = new(() =>
        Read(
            Checkout.Files.Where(path => path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal))
                .Select(path => (path, Checkout.Read(path)))));

    internal static IReadOnlyDictionary<string, string> All => _all.Value;

    internal static IReadOnlyDictionary<string, string> Read(IEnumerable<(string Path, string Text)> sources)
    {
        Dictionary<string, string> snippets = [];
        foreach ((string path, string text) in sources)
            foreach ((string name, string part) in Parts(path, text.Split('\n')))
                snippets[name] = snippets.TryGetValue(name, out string? before) ? before + "\n\n" + part : part;
        return snippets;
    }

    private static IEnumerable<(string Name, string Part)> Parts(string path, string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            int indent = lines[i].IndexOf(Begin, StringComparison.Ordinal);
            if (indent < 0 || lines[i].Trim().Length != lines[i].Length - indent)
                continue;
            int end = Array.FindIndex(lines, i, line => line.Trim() == End);
            if (end < 0)
                throw new InvalidDataException($"{path}:{i + 1}: the snippet never ends.");
            yield return (lines[i][(indent + Begin.Length)..], string.Join('\n', lines[(i + 1)..end].Where(IsShown).Select(line => Unindented(line, indent))));
            i = end;
        }
    }

    // "#line" lets the compiler take the snippet for a line of the reader's file.
    private static bool IsShown(string line) => !line.TrimStart().StartsWith("#line", StringComparison.Ordinal);

    private static string Unindented(string line, int indent) => line.Length > indent ? line[indent..] : "";
}
