namespace KlaviyoLinq.Columns;

/// <summary>A member of an object on the wire that is read for a column, or that holds members that are.</summary>
/// <param name="Kind">How its value is read.</param>
/// <param name="Place">The column's place.</param>
/// <param name="IsRequired">Whether the value is documented never to be null, and is refused where it is.</param>
/// <param name="Object">The object that the member is; null where it is the column itself.</param>
internal readonly record struct ColumnMember(ColumnKind Kind, int Place, bool IsRequired, ColumnObject? Object);
