using KlaviyoLinq.Docs.Tests.Reading;

namespace KlaviyoLinq.Docs.Tests.Checks;

/// <summary>Blocks of code on pages are code that is compiled, letter by letter. Each offence says where, and what to do.</summary>
internal static class SnippetCheck
{
    private const string HowTo = "CONTRIBUTING.md tells how to add a snippet";

    /// <summary>Blocks that owe a proof and have none.</summary>
    internal static IEnumerable<string> Unnamed(IEnumerable<Page> pages) =>
        from fence in pages.SelectMany(page => page.Fences)
        let complaint = fence.Language switch
        {
            "csharp" when fence.Mark("snippet") is null && fence.Mark("not compiled") is null =>
                "this C# names no snippet. Write it in samples/Snippets between '// snippet: a-name' and '// end snippet', and '<!-- snippet: a-name -->' above the block",
            "text" when fence.Mark("output") is null && fence.Mark("requests") is null && fence.Mark("not compared") is null =>
                "this text names no snippet that prints it ('<!-- output: a-name -->') or asks for it ('<!-- requests: a-name -->'), nor says why it is '<!-- not compared: … -->'",
            "json" when fence.Mark("file") is null => "this JSON names no file that it is: '<!-- file: samples/Snippets/… -->'",
            "mermaid" => DiagramCheck.Fault(fence.Text),
            "csharp" or "text" or "json" or "sh" or "diff" => null,
            "" => "this block has no language. Say csharp, sh, json, text, diff or mermaid after the fence",
            string other => $"'{other}' is not among the languages that are checked: csharp, sh, json, text, diff, mermaid",
        }
        where complaint is not null
        select $"{fence.Place}: {complaint} ({HowTo}).";

    /// <summary>Blocks that name a snippet or a file and are not, letter by letter, what it holds.</summary>
    internal static IEnumerable<string> Different(Page page, IReadOnlyDictionary<string, string> snippets, Func<string, string?> readFile) =>
        from fence in page.Fences
        let complaint = fence.Mark("snippet") is { } name ? Compare(fence, snippets.GetValueOrDefault(name), $"snippet '{name}'")
            : fence.Mark("file") is { } file ? Compare(fence, readFile(file)?.TrimEnd('\n'), $"file {file}")
            : null
        where complaint is not null
        select $"{fence.Place}: {complaint}";

    /// <summary>Snippets that no page shows, or that are shown and not run.</summary>
    internal static IEnumerable<string> Idle(IEnumerable<Page> pages, IReadOnlyDictionary<string, string> snippets, IReadOnlyCollection<string> run)
    {
        Fence[] fences = [.. pages.SelectMany(page => page.Fences)];
        HashSet<string> shown = [.. fences.Select(fence => fence.Mark("snippet")).OfType<string>()];
        HashSet<string> reported = [.. fences.SelectMany(fence => new[] { fence.Mark("output"), fence.Mark("requests") }).OfType<string>()];
        foreach (string name in snippets.Keys.Except(shown))
            yield return $"No page shows the snippet '{name}': take it away, or put '<!-- snippet: {name} -->' above a block.";
        foreach (string name in snippets.Keys.Except(run))
            yield return $"The snippet '{name}' is not run: name it in a [Snippet(…)] of the method that runs it.";
        foreach (string name in run.Except(snippets.Keys).Except(reported))
            yield return $"[Snippet(\"{name}\")] runs what is not there: there is no '// snippet: {name}', and no page tells what it prints or asks for.";
    }

    /// <summary>The page with the code as it stands in the snippets and files.</summary>
    internal static string Rewritten(Page page, IReadOnlyDictionary<string, string> snippets, Func<string, string?> readFile) => page.With(
        page.Fences.Select(
            fence =>
                (fence,
                    text: fence.Mark("snippet") is { } name
                        ? snippets.GetValueOrDefault(name)
                        : fence.Mark("file") is { } file
                        ? readFile(file)?.TrimEnd('\n')
                        : null))
            .Where(pair => pair.text is not null).ToDictionary(pair => pair.fence, pair => pair.text!));

    private static string? Compare(Fence fence, string? code, string source)
    {
        if (code is null)
            return $"there is no {source}.";
        if (code == fence.Text)
            return null;
        (string Shown, string Code)[] lines = [.. fence.Text.Split('\n').Zip(code.Split('\n'))];
        int line = Array.FindIndex(lines, pair => pair.Shown != pair.Code);
        string difference = line < 0
            ? "One of them has more lines."
            : $"Line {line + 1} of the block:\n    page: {lines[line].Shown}\n    code: {lines[line].Code}";
        return $"the block is not the {source}. {difference}\n    KLAVIYOLINQ_WRITE_DOCS=1 dotnet test tests/Docs.Tests writes the pages anew.";
    }
}
