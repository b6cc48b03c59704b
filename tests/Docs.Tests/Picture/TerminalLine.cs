using Spectre.Console.Rendering;

namespace KlaviyoLinq.Docs.Tests.Picture;

/// <summary>A line of a terminal.</summary>
/// <param name="Segments">Its pieces, each of one style.</param>
internal sealed record TerminalLine(IReadOnlyList<Segment> Segments)
{
    internal string Text => string.Concat(Segments.Select(segment => segment.Text)).TrimEnd();
}
