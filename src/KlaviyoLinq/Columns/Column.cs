namespace KlaviyoLinq.Columns;

/// <summary>A member that a projection reads.</summary>
/// <param name="Path">Its wire names, from the resource's attributes on, or the name of a relationship.</param>
/// <param name="Kind">How its value is read.</param>
/// <param name="Place">Its place among the columns.</param>
internal sealed record Column(string[] Path, ColumnKind Kind, int Place)
{
    /// <summary>Indicates whether its value is documented never to be null.</summary>
    internal bool IsRequired { get; init; }

    /// <summary>Returns whether it is the column of this path, written with dots.</summary>
    internal bool Is(string path, bool isRelated) => Kind == ColumnKind.RelatedId == isRelated && string.Join('.', Path) == path;
}
