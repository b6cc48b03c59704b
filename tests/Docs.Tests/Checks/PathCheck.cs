using System.Text.RegularExpressions;
using KlaviyoLinq.Docs.Tests.Reading;

namespace KlaviyoLinq.Docs.Tests.Checks;

/// <summary>Files and folders that pages name in backticks are there. <c>####</c>, <c>*</c> and <c>…</c> stand for anything.</summary>
internal static partial class PathCheck
{
    internal static IEnumerable<string> Missing(Page page, IReadOnlyCollection<string> files) =>
        from span in CodeSpans.Of(page)
        where IsPath(span.Text) && !IsThere(span.Text.TrimEnd('/'), files)
        select $"{page.Path}:{span.Line}: there is no {span.Text}. Name what is there, or take it away.";

    private static bool IsPath(string text) => Path().IsMatch(text);

    // A file may be named without its extension, and a type's file by the type.
    private static bool IsThere(string path, IReadOnlyCollection<string> files)
    {
        Regex pattern = new($"^{Placeholder().Replace(Regex.Escape(path), "[^/]*")}(/.*|\\.cs|\\.md|-[a-z0-9-]+\\.md)?$");
        return files.Any(file => pattern.IsMatch(file));
    }

    [GeneratedRegex(@"^(src|tests|tools|docs|samples|benchmarks|notebooks|eng|spec|\.ci)/[\w.#*…/-]+$")]
    private static partial Regex Path();

    [GeneratedRegex(@"(\\#)+|\\\*+|…")]
    private static partial Regex Placeholder();
}
