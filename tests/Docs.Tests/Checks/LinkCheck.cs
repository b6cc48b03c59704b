using System.Text.RegularExpressions;
using KlaviyoLinq.Docs.Tests.Reading;

namespace KlaviyoLinq.Docs.Tests.Checks;

/// <summary>Links within the repository lead somewhere: to a file or folder that is there, and to a heading of it.</summary>
internal static partial class LinkCheck
{
    internal static IEnumerable<string> Dead(Page page, Func<string, bool> exists, Func<string, Page?> open) =>
        from line in page.Prose
        from target in Targets(line.Text)
        let complaint = Complaint(page, target, exists, open)
        where complaint is not null
        select $"{page.Path}:{line.Number}: {complaint}";

    /// <summary>The pages that no path of links leads to from the given ones.</summary>
    internal static IEnumerable<string> Unreachable(IReadOnlyCollection<Page> pages, params string[] from)
    {
        Dictionary<string, Page> all = pages.ToDictionary(page => page.Path);
        HashSet<string> reached = [.. from];
        Queue<string> next = new(from);
        while (next.TryDequeue(out string? path))
            foreach (string target in Targets(all[path]).Select(target => Resolve(path, target.Split('#')[0])))
                foreach (string page in (string[])[target, target + "/README.md"])
                    if (all.ContainsKey(page) && reached.Add(page))
                        next.Enqueue(page);
        return all.Keys.Except(reached);
    }

    /// <summary>A path as it is seen from a page, from the root.</summary>
    internal static string Resolve(string page, string target)
    {
        List<string> parts = [.. page.Split('/')[..^1]];
        foreach (string part in target.Split('/'))
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ""))
                parts.Add(part);
        return string.Join('/', parts);
    }

    /// <summary>The headings of a page, as GitHub names them in addresses.</summary>
    internal static IEnumerable<string> Anchors(Page page) =>
        from line in page.Prose
        where line.Text.StartsWith('#')
        select Punctuation().Replace(line.Text.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    private static IEnumerable<string> Targets(Page page) => page.Prose.SelectMany(line => Targets(line.Text));

    private static IEnumerable<string> Targets(string line) =>
        from link in Link().Matches(Code().Replace(line, ""))
        let target = link.Groups["target"].Value
        where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        select target;

    private static string? Complaint(Page page, string target, Func<string, bool> exists, Func<string, Page?> open)
    {
        string[] parts = target.Split('#', 2);
        string path = parts[0].Length == 0 ? page.Path : Resolve(page.Path, parts[0]);
        if (!exists(path))
            return $"the link to {target} leads nowhere: there is no {path}.";
        Page? aim = parts.Length < 2 ? null : parts[0].Length == 0 ? page : open(path);
        return aim is null || Anchors(aim).Contains(parts[1]) ? null : $"{path} has no heading #{parts[1]}. It has: {string.Join(", ", Anchors(aim))}.";
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();
}
