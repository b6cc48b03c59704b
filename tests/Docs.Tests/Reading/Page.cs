using System.Text.RegularExpressions;

namespace KlaviyoLinq.Docs.Tests.Reading;

/// <summary>A page of Markdown: its lines and its fenced blocks.</summary>
internal sealed partial class Page
{
    private readonly string[] _lines;

    private Page(string path, string text)
    {
        Path = path;
        Text = text;
        _lines = text.Split('\n');
        Fences = [.. Read()];
    }

    internal string Path { get; }

    internal string Text { get; }

    internal IReadOnlyList<Fence> Fences { get; }

    /// <summary>The lines outside of fenced blocks, with their numbers counted from 1.</summary>
    internal IEnumerable<(int Number, string Text)> Prose =>
        _lines.Select((text, index) => (Number: index + 1, Text: text))
            .Where(line => !Fences.Any(fence => line.Number >= fence.Line && line.Number <= Last(fence)));

    internal static Page Open(string path) => new(path, Checkout.Read(path));

    internal static Page Sample(string path, string text) => new(path, text);

    /// <summary>The page with other texts in some of its blocks.</summary>
    internal string With(IReadOnlyDictionary<Fence, string> texts)
    {
        List<string> lines = [.. _lines];
        foreach ((Fence fence, string text) in texts.OrderByDescending(pair => pair.Key.Line))
        {
            lines.RemoveRange(fence.Line, Last(fence) - fence.Line - 1);
            lines.InsertRange(fence.Line, text.Length == 0 ? [] : text.Split('\n'));
        }

        return string.Join('\n', lines);
    }

    private static int Last(Fence fence) => fence.Line + (fence.Text.Length == 0 ? 0 : fence.Text.Count(c => c == '\n') + 1) + 1;

    private IEnumerable<Fence> Read()
    {
        for (int i = 0; i < _lines.Length; i++)
        {
            Match open = Opening().Match(_lines[i]);
            if (!open.Success)
                continue;
            int close = Array.FindIndex(_lines, i + 1, line => line.Trim() == open.Groups["fence"].Value);
            if (close < 0)
                throw new InvalidDataException($"{Path}:{i + 1}: the block is never closed.");
            yield return new Fence(Path, i + 1, open.Groups["language"].Value, string.Join('\n', _lines[(i + 1)..close]), MarksAbove(i));
            i = close;
        }
    }

    private Dictionary<string, string> MarksAbove(int line)
    {
        Dictionary<string, string> marks = [];
        while (--line >= 0 && Comment().Match(_lines[line]) is { Success: true } mark)
            marks[mark.Groups["kind"].Value] = mark.Groups["value"].Value;
        return marks;
    }

    [GeneratedRegex("^ *(?<fence>```+)(?<language>[a-z]*)$")]
    private static partial Regex Opening();

    [GeneratedRegex("^<!-- (?<kind>[a-z ]+): (?<value>.+) -->$")]
    private static partial Regex Comment();
}
