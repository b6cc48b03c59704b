using System.Text;

namespace KlaviyoLinq.Scanning;

/// <summary>
/// The members that an object of one kind may have. It learns in which order they come, as they come in the same order nearly always: to see that the
/// expected name is there takes less than to find out which name it is. Safe to share between threads.
/// </summary>
internal sealed class MemberTable
{
    private readonly string[] _wireNames;
    private readonly byte[][] _names;
    private readonly ExpectedName[] _expected;

    // By the member that came before, from -1 for none on. Threads may overwrite each other's experience; it is checked before it counts.
    private readonly int[] _next;

    /// <param name="names">The names on the wire, in the order of the members' places.</param>
    internal MemberTable(params ReadOnlySpan<string> names)
    {
        _wireNames = names.ToArray();
        _names = new byte[names.Length][];
        _expected = new ExpectedName[names.Length];
        _next = new int[names.Length + 1];
        for (int i = 0; i < names.Length; i++)
        {
            _names[i] = Encoding.UTF8.GetBytes(names[i]);
            _expected[i] = new ExpectedName(_names[i]);
            _next[i + 1] = (i + 1) % names.Length;
        }
    }

    /// <summary>A member's place if it is wanted; otherwise -1.</summary>
    internal static int Wanted(int member, ulong wanted) => (wanted & (1UL << member)) != 0 ? member : -1;

    /// <summary>The place of the member that came, the last time, after another.</summary>
    /// <param name="member">The place of the other; -1 for the start of the object, and for a member that is not in the table.</param>
    internal int After(int member) => _next[member + 1];

    /// <summary>Expected spelling of a member's name.</summary>
    internal ref readonly ExpectedName Expected(int member) => ref _expected[member];

    /// <summary>Returns the place of a member; -1 when it is not in the table.</summary>
    internal int Find(string name) => Array.IndexOf(_wireNames, name);

    /// <summary>Returns the place of a member that came after another; -1 when it is not in the table.</summary>
    internal int Find(ReadOnlySpan<byte> name, int before)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            if (!name.SequenceEqual(_names[i]))
                continue;
            _next[before + 1] = i;
            return i;
        }

        return -1;
    }
}
