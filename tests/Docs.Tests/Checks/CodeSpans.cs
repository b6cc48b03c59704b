using System.Text.RegularExpressions;
using KlaviyoLinq.Docs.Tests.Reading;

namespace KlaviyoLinq.Docs.Tests.Checks;

/// <summary>Code spans in the prose of a page.</summary>
internal static partial class CodeSpans
{
    internal static IEnumerable<(int Line, string Text)> Of(Page page) =>
        from line in page.Prose
        from span in Span().Matches(line.Text)
        select (line.Number, span.Groups["text"].Value);

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex Span();
}
