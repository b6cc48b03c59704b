namespace KlaviyoLinq.Catalogue.Tables;

/// <summary>A line of a table: cells between tabs, the items of a list between bars, the parts of an item between colons, and lists within these between semicolons.</summary>
internal sealed class Cells(string line)
{
    private readonly string[] _cells = line.Split('\t');

    /// <summary>A cell; empty cells at the end of a line are not written.</summary>
    internal string this[int index] => index < _cells.Length ? _cells[index] : "";

    internal bool Has(int index, char flag) => this[index].IndexOf(flag) >= 0;

    internal string[] List(int index) => Items(this[index], '|');

    /// <summary>The items of a list, each in its parts.</summary>
    internal IEnumerable<string[]> Parts(int index) => this[index].Length == 0 ? [] : this[index].Split('|').Select(item => item.Split(':'));

    internal static string[] Inner(string part) => Items(part, ';');

    /// <summary>Values that hold one of the marks are written percent-encoded.</summary>
    private static string[] Items(string text, char mark) => text.Length == 0 ? [] : [.. text.Split(mark).Select(Uri.UnescapeDataString)];
}
