using System.Text.RegularExpressions;
using KlaviyoLinq.Docs.Tests.Reading;

namespace KlaviyoLinq.Docs.Tests.Checks;

/// <summary>Links within the repository lead somewhere: to a file or folder that is there, and to a heading of it.</summary>
internal static partial class LinkCheck
{
    internal static IEnumerable<string> Dead(Page page, Func<string, bool> exists, Func<string, Page?> open) =>
        from line in page.Prose
        from link in Link().Matches(Code().Replace(line.Text, ""))
        let target = link.Groups["target"].Value
        where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        let complaint = Complaint(page, target, exists, open)
        where complaint is not null
        select $"{page.Path}:{line.Number}: {complaint}";

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

    [GeneratedRegex("`[^`]*`(?!\\])")]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();
}
