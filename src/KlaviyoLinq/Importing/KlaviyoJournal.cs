namespace KlaviyoLinq.Importing;

/// <summary>
/// Journal of an import: before and after each request it notes the rows, so that an import whose process has ended continues without loss and without
/// doubles. One journal belongs to one import of one source.
/// </summary>
public sealed class KlaviyoJournal
{
    private readonly Func<IKlaviyoJournalStore> _open;

    private KlaviyoJournal(Func<IKlaviyoJournalStore> open) => _open = open;

    /// <summary>Returns a journal in a file, in lines of JSON. It is created where it does not exist, and is not deleted at the end.</summary>
    /// <param name="path">The path of the file.</param>
    public static KlaviyoJournal File(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new KlaviyoJournal(() => new JournalFile(path));
    }

    /// <summary>Returns a journal in a store of the program's own.</summary>
    /// <param name="store">The store.</param>
    public static KlaviyoJournal In(IKlaviyoJournalStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new KlaviyoJournal(() => store);
    }

    internal IKlaviyoJournalStore Open() => _open();
}
