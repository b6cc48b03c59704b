using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Columns;

/// <summary>An object on the wire, reduced to the members that lead to columns.</summary>
internal sealed class ColumnObject
{
    private readonly ColumnMember[] _members;
    private readonly int[] _places;

    /// <param name="columns">The columns within the object.</param>
    /// <param name="depth">How many names lead to the object.</param>
    internal ColumnObject(IReadOnlyList<Column> columns, int depth)
    {
        IGrouping<string, Column>[] members = [.. columns.GroupBy(column => column.Path[depth])];
        Members = new MemberTable([.. members.Select(member => member.Key)]);
        _members = [.. members.Select(member => Member([.. member], depth))];
        _places = [.. columns.Select(column => column.Place)];
    }

    /// <summary>Indicates whether nothing is read from it.</summary>
    internal bool IsEmpty => _members.Length == 0;

    /// <summary>The names of the members.</summary>
    internal MemberTable Members { get; }

    /// <summary>Use of a member.</summary>
    /// <param name="place">The member's place in the table.</param>
    internal ref readonly ColumnMember this[int place] => ref _members[place];

    /// <summary>Clears the values of an object read before: the same member may come twice, and the last one counts.</summary>
    internal void Clear(ColumnResource row)
    {
        foreach (int place in _places)
            row[place] = null;
    }

    private static ColumnMember Member(Column[] columns, int depth) => columns[0].Path.Length == depth + 1
        ? new ColumnMember(columns[0].Kind, columns[0].Place, columns[0].IsRequired, null)
        : new ColumnMember(default, -1, false, new ColumnObject(columns, depth + 1));
}
