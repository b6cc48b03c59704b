namespace KlaviyoLinq.Columns;

/// <summary>
/// The members of a resource that a query reads, where it reads nothing else of it. Of such a resource no object of the model is made: the values are
/// taken from the document into a row, and the projection makes its result of them.
/// </summary>
internal sealed class ColumnSet
{
    private readonly IReadOnlyList<Column> _columns;

    /// <param name="resourceType">The wire type of the resources.</param>
    /// <param name="columns">The columns, each at its place.</param>
    internal ColumnSet(string resourceType, IReadOnlyList<Column> columns)
    {
        ResourceType = resourceType;
        _columns = columns;
        Attributes = new ColumnObject([.. columns.Select(column => column.Kind == ColumnKind.RelatedId ? Identifier(column) : column)], depth: 0);
    }

    /// <summary>The wire type of the resources.</summary>
    internal string ResourceType { get; }

    /// <summary>Number of columns.</summary>
    internal int Count => _columns.Count;

    /// <summary>The attributes of the resources.</summary>
    internal ColumnObject Attributes { get; }

    /// <summary>
    /// Column of the identifier that revision 2022-10-17 sends as an attribute, <c>metric_id</c>. The relationship, which follows, replaces its
    /// value.
    /// </summary>
    private static Column Identifier(Column column) => new([column.Path[0].Replace('-', '_') + "_id"], ColumnKind.Text, column.Place);

    /// <summary>The place of a column; -1 when there is none.</summary>
    /// <param name="path">An attribute as it is named in requests (<c>location.city</c>), or a relationship.</param>
    /// <param name="isRelated">Whether it is a relationship.</param>
    internal int Find(string path, bool isRelated = false)
    {
        foreach (Column column in _columns)
        {
            if (column.Is(path, isRelated))
                return column.Place;
        }

        return -1;
    }
}
