namespace KlaviyoLinq.Emulator.Store;

/// <summary>One ascending total order of the rows of a collection.</summary>
internal abstract class RowOrder : IComparer<Row>
{
    /// <summary>The name under which a sorted view of a collection is kept.</summary>
    internal abstract string Name { get; }

    public abstract int Compare(Row left, Row right);

    /// <summary>Sorts rows in place.</summary>
    internal abstract void Sort(Row[] rows);
}
