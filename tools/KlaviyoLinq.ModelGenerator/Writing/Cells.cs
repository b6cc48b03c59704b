using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>
/// Puts a line of a table together: cells between tabs, the items of a list between bars, the parts of an item between colons, and lists within these
/// between semicolons.
/// </summary>
internal static class Cells
{
    private static readonly char[] _marks = ['\t', '\n', '|', ':', ';'];

    internal static string Line(params IEnumerable<string> cells) => string.Join('\t', cells).TrimEnd('\t');

    internal static string List(IEnumerable<string> items) => string.Join('|', items);

    internal static string Item(params IEnumerable<string> parts) => string.Join(':', parts);

    internal static string Inner(IEnumerable<string> values) => string.Join(';', values.Select(Plain));

    /// <summary>A name or value as it is; one that holds a mark would be read as several.</summary>
    internal static string Plain(string text) =>
        text.IndexOfAny(_marks) < 0 ? text : Uri.EscapeDataString(text);
}
