namespace KlaviyoLinq;

/// <summary>Row of a stream, with a checkpoint after it.</summary>
/// <typeparam name="T">The type of the row.</typeparam>
public readonly struct KlaviyoRow<T>
{
    private readonly KlaviyoPage<T> _page;
    private readonly int _index;

    internal KlaviyoRow(KlaviyoPage<T> page, int index) => (_page, _index) = (page, index);

    /// <summary>The row.</summary>
    public T Item => _page.Items[_index];

    /// <summary>
    /// Gets the checkpoint after this row: save it when the row has been processed. It is made when it is read, so rows without one cost nothing.
    /// </summary>
    /// <exception cref="Errors.KlaviyoCheckpointException">The checkpoint would contain too many resources.</exception>
    public KlaviyoCheckpoint Checkpoint => _page.CheckpointAfter(_index + 1);

    /// <summary>Deconstructs into the row and its checkpoint: <c>await foreach (var (profile, checkpoint) in …)</c>.</summary>
    public void Deconstruct(out T item, out KlaviyoCheckpoint checkpoint) => (item, checkpoint) = (Item, Checkpoint);
}
