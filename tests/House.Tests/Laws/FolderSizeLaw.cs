using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>No folder of the products and their tests holds more hand-written files than can be taken in at a glance.</summary>
internal static class FolderSizeLaw
{
    internal const int MostFiles = 30;

    /// <param name="repository">The repository.</param>
    /// <param name="pending">The folders that may still be larger.</param>
    internal static IEnumerable<Offence> Judge(Repository repository, IReadOnlyCollection<string> pending) =>
        from folder in repository.HandWritten.GroupBy(source => source.Folder)
        let count = folder.Count()
        where count > MostFiles && !pending.Contains(folder.Key)
        select new Offence(folder.Key, 0, $"{count} files, and a folder holds {MostFiles} at most. Split it by what its types do.");
}
