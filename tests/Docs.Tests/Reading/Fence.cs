namespace KlaviyoLinq.Docs.Tests.Reading;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page's path from the root.</param>
/// <param name="Line">The line of the opening fence, counted from 1.</param>
/// <param name="Language">What stands after the opening fence; empty when nothing does.</param>
/// <param name="Text">What stands between the fences, without the last line break.</param>
/// <param name="Marks">The invisible comments directly above: <c>&lt;!-- snippet: a-query --&gt;</c> is <c>snippet</c> with the value <c>a-query</c>.</param>
internal sealed record Fence(string Page, int Line, string Language, string Text, IReadOnlyDictionary<string, string> Marks)
{
    /// <summary>Position, for messages.</summary>
    internal string Place => $"{Page}:{Line}";

    internal string? Mark(string kind) => Marks.GetValueOrDefault(kind);
}
