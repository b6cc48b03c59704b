namespace KlaviyoLinq.Catalogue.Tables;

/// <summary>
/// Line of a table: cells between tabs, the items of a list between bars, the parts of an item between colons, and lists within these between
/// semicolons.
/// </summary>
internal sealed class Cells(string line)
{
    private readonly string[] _cells = line.Split('\t');

    /// <summary>The text of a cell. Empty cells at the end of a line are not written.</summary>
    internal string this[int index] => index < _cells.Length ? _cells[index] : "";

    internal bool Has(int index, char flag) => this[index].IndexOf(flag) >= 0;

    internal string[] List(int index) => Items(this[index], '|');

    /// <summary>
    /// Reads the items of a list from their parts. A loop, since LINQ over structs would be compiled anew for each of them in the first query of a
    /// process.
    /// </summary>
    internal T[] Read<T>(int index, Func<string[], T> read)
    {
        string text = this[index];
        if (text.Length == 0)
            return [];
        string[] items = text.Split('|');
        var values = new T[items.Length];
        for (int item = 0; item < items.Length; item++)
            values[item] = read(items[item].Split(':'));
        return values;
    }

    internal static string[] Inner(string part) => Items(part, ';');

    private static string[] Items(string text, char mark)
    {
        if (text.Length == 0)
            return [];
        string[] items = text.Split(mark);

        // Values that hold one of the marks are written percent-encoded.
        for (int index = 0; text.IndexOf('%') >= 0 && index < items.Length; index++)
            items[index] = Uri.UnescapeDataString(items[index]);
        return items;
    }
}
