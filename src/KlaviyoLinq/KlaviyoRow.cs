namespace KlaviyoLinq;

/// <summary>A row of a stream with the place behind it.</summary>
/// <typeparam name="T">The type of the row.</typeparam>
public readonly struct KlaviyoRow<T>
{
    private readonly KlaviyoPage<T> _page;
    private readonly int _index;

    internal KlaviyoRow(KlaviyoPage<T> page, int index) => (_page, _index) = (page, index);

    /// <summary>The row.</summary>
    public T Item => _page.Items[_index];

    /// <summary>Where to continue when this row has been worked on. Made when it is asked for, so rows between two checkpoints cost nothing.</summary>
    /// <exception cref="Errors.KlaviyoCheckpointException">The checkpoint would have to name more resources than it can hold.</exception>
    public KlaviyoCheckpoint Checkpoint => _page.CheckpointAfter(_index + 1);

    /// <summary>The row and the place behind it: <c>await foreach (var (profile, checkpoint) in …)</c>.</summary>
    public void Deconstruct(out T item, out KlaviyoCheckpoint checkpoint) => (item, checkpoint) = (Item, Checkpoint);
}
