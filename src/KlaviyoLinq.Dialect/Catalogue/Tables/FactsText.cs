using System.Reflection;
using System.Text;

namespace KlaviyoLinq.Catalogue.Tables;

/// <summary>
/// Table of one revision as its bytes. Each entry is a line that begins with its kind and its key; the lines of its members follow, each after a tab.
/// Entries are in ordinal order, so that one is found by binary search and only its own lines are turned into text.
/// </summary>
internal sealed class FactsText(byte[] text)
{
    private const byte LineEnd = (byte)'\n';
    private const byte Tab = (byte)'\t';

    /// <summary>Loads the table of a revision, an embedded resource of this assembly.</summary>
    internal static FactsText Open(string revision)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(revision + ".facts")!;
        var text = new byte[stream.Length];
        for (int read = 0; read < text.Length;)
            read += stream.Read(text, read, text.Length - read);
        return new FactsText(text);
    }

    /// <summary>Finds the line of an entry; null where there is none.</summary>
    internal Cells? Find(string kind, string key) => IndexOf(kind, key) is >= 0 and int start ? Line(start) : null;

    internal bool Has(string kind, string key) => IndexOf(kind, key) >= 0;

    /// <summary>Finds the lines of the members of an entry; null where there is no such entry.</summary>
    internal List<Cells>? FindMembers(string kind, string key)
    {
        int start = IndexOf(kind, key);
        if (start < 0)
            return null;
        List<Cells> members = [];
        for (start = EndOf(start); start < text.Length && text[start] == Tab; start = EndOf(start))
            members.Add(Line(start));
        return members;
    }

    /// <summary>The keys of all entries of a kind, in ordinal order.</summary>
    internal IEnumerable<string> Keys(string kind)
    {
        string head = kind + "\t";
        for (int start = LowerBound(head); start < text.Length && Compare(start, head) == 0; start = EndOfEntry(start))
            yield return Line(start)[1];
    }

    private int IndexOf(string kind, string key)
    {
        string head = kind + "\t" + key;
        int start = LowerBound(head);
        return start < text.Length && Compare(start, head) == 0 && text[start + head.Length] is Tab or LineEnd ? start : -1;
    }

    /// <summary>The start of the first entry that is not before <paramref name="head"/>. Heads are ASCII.</summary>
    private int LowerBound(string head)
    {
        int low = 0;
        for (int high = text.Length; low < high;)
        {
            int middle = StartOfEntry(low + ((high - low) / 2));
            if (Compare(middle, head) < 0)
                low = EndOfEntry(middle);
            else
                high = middle;
        }

        return low;
    }

    private int Compare(int start, string head)
    {
        for (int index = 0; index < head.Length; index++)
            if (text[start + index] != head[index])
                return text[start + index] - head[index];
        return 0;
    }

    private int StartOfEntry(int index)
    {
        while (index > 0 && (text[index - 1] != LineEnd || text[index] == Tab))
            index--;
        return index;
    }

    private int EndOfEntry(int start)
    {
        do
            start = EndOf(start);
        while (start < text.Length && text[start] == Tab);
        return start;
    }

    private int EndOf(int start) => Array.IndexOf(text, LineEnd, start) + 1;

    private Cells Line(int start) => new(Encoding.UTF8.GetString(text, start, EndOf(start) - start - 1));
}
