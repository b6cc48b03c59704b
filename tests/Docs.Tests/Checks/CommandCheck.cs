using System.Text.RegularExpressions;
using KlaviyoLinq.Docs.Tests.Reading;

namespace KlaviyoLinq.Docs.Tests.Checks;

/// <summary>
/// Commands that pages show can be typed: projects, scripts and folders are there, options and commands stand in the sources of the program that is
/// to understand them, filters name tests, variables are read somewhere. Nothing is run.
/// </summary>
internal sealed partial class CommandCheck(IReadOnlyCollection<string> files, Func<string, string> read)
{
    // What stands after these is made, or lies elsewhere.
    private static readonly string[] _folders = ["--output", "-o", "--source"];

    internal IEnumerable<string> Wrong(Page page)
    {
        foreach (Fence fence in page.Fences.Where(fence => fence.Language == "sh"))
            foreach ((string command, int index) in fence.Text.Split('\n').Select((line, index) => (line.Split(" #")[0].Trim(), index)))
                if (command.Length > 0 && Complaint(command) is { } complaint)
                    yield return $"{page.Path}:{fence.Line + 1 + index}: {complaint}";
        foreach ((int line, string text) in CodeSpans.Of(page))
            if (Inline().IsMatch(text) && Complaint(text) is { } complaint)
                yield return $"{page.Path}:{line}: {complaint}";
    }

    private string? Complaint(string command)
    {
        string[] words = [.. Words().Matches(command).Select(word => word.Value.Trim('"'))];
        string[] variables = [.. words.TakeWhile(word => Variable().IsMatch(word))];
        if (variables.FirstOrDefault(variable => !IsRead(variable.Split('=')[0])) is { } unread)
            return $"nobody reads the variable {unread.Split('=')[0]}.";
        words = [.. words[variables.Length..].Where((word, index) => index == 0 || !_folders.Contains(words[variables.Length + index - 1]))];
        return words switch
        {
            ["dotnet", "run"] => null, // in the reader's own project
            ["dotnet", "run", .. var rest] => Run(rest),
            ["dotnet", "test", .. var rest] => Test(rest),
            ["dotnet", "build" or "pack" or "publish" or "restore", .. var rest] =>
                rest.Where(word => word.Contains('/', StringComparison.Ordinal)).Select(Project).FirstOrDefault(complaint => complaint is not null),
            ["dotnet", "add" or "new" or "nuget" or "tool", ..] or ["cd", ..] or ["git", "clone", ..] or ["curl", ..] => null,
            ["npm", "--prefix", var folder, ..] => files.Contains($"{folder}/package.json") ? null : $"there is no {folder}/package.json.",
            ["bash", var script, ..] => files.Contains(script) ? null : $"there is no {script}.",
            _ => $"'{command}' is no command that this test knows. Teach it, in tests/Docs.Tests/Checks/CommandCheck.cs.",
        };
    }

    private string? Run(string[] words)
    {
        int end = Array.IndexOf(words, "--");
        string[] own = end < 0 ? words : words[..end];
        string[] given = end < 0 ? [] : words[(end + 1)..];
        int at = Array.IndexOf(own, "--project");
        string? target = at >= 0 && at + 1 < own.Length ? own[at + 1] : own.FirstOrDefault(word => word.EndsWith(".cs", StringComparison.Ordinal));
        if (target is null)
            return "no project is named.";
        if (target.EndsWith(".cs", StringComparison.Ordinal))
            return files.Contains(target) ? null : $"there is no {target}.";
        return Project(target)
            ?? given.Where(word => Option().IsMatch(word)).Select(word => Understands(target, word)).FirstOrDefault(complaint => complaint is not null);
    }

    private string? Test(string[] words)
    {
        string? target = words.FirstOrDefault(word => word.Contains('/', StringComparison.Ordinal));
        if (target is not null && Project(target) is { } complaint)
            return complaint;
        return words.Select(word => Filter().Match(word))
            .FirstOrDefault(
                match =>
                    match.Success && !Sources(target ?? "tests").Any(text => text.Contains(match.Groups["part"].Value, StringComparison.Ordinal))) is { } filter
            ? $"no test has {filter.Groups["part"].Value} in its name."
            : null;
    }

    private string? Project(string path) =>
        files.Any(file => file == path || Regex.IsMatch(file, $"^{Regex.Escape(path.TrimEnd('/'))}/[^/]+\\.csproj$")) ? null : $"there is no project {path}.";

    // Options and the names of commands are literals of the program; values (paths, numbers, names of snippets) are not looked at.
    private string? Understands(string project, string word) =>
        Sources(project).Any(text => text.Contains($"\"{word}\"", StringComparison.Ordinal)) ? null : $"{project} does not know {word}.";

    private bool IsRead(string variable) =>
        Sources("src")
            .Concat(Sources("tests"))
            .Concat(Sources("samples"))
            .Concat(Sources("tools"))
            .Any(text => text.Contains($"\"{variable}\"", StringComparison.Ordinal));

    private IEnumerable<string> Sources(string folder) =>
        files.Where(
            file =>
                file.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal)
                    && file.EndsWith(".cs", StringComparison.Ordinal)
                    && !file.Contains("/Generated/", StringComparison.Ordinal))
            .Select(read);

    [GeneratedRegex("^(dotnet|npm|bash) [a-z./-]+( |$)")]
    private static partial Regex Inline();

    [GeneratedRegex("""\S*"[^"]*"|'[^']*'|\S+""")]
    private static partial Regex Words();

    [GeneratedRegex("^[A-Z][A-Z_0-9]+=")]
    private static partial Regex Variable();

    [GeneratedRegex("^(--[a-z-]+|generate|check|coverage|translate|stream|memory|http2|plans|materialise|overlap|emulator|first-query)$")]
    private static partial Regex Option();

    [GeneratedRegex("FullyQualifiedName~(?<part>\\w+)")]
    private static partial Regex Filter();
}
