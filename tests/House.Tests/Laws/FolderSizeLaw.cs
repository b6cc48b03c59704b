using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>
/// Number of hand-written files in a folder that can be taken in at a glance. The parts of a type (<c>Type.Part.cs</c>) count as one file. The root folder of a
/// project may hold more, since it is the public namespace: splitting it gives users a second namespace to know.
/// </summary>
internal static class FolderSizeLaw
{
    internal const int MostFiles = 30;

    internal const int MostInRoot = 40;

    internal static IEnumerable<Offence> Judge(Repository repository)
    {
        HashSet<string> roots = [.. repository.Projects.Select(project => project.Folder)];
        return
            from folder in repository.HandWritten.GroupBy(source => source.Folder)
            let count = folder.Select(TypeOf).Distinct().Count()
            let most = roots.Contains(folder.Key) ? MostInRoot : MostFiles
            where count > most
            select new Offence(folder.Key, 0, $"{count} files, and the folder holds {most} at most. Split it by what its types do.");
    }

    private static string TypeOf(SourceFile source) => source.Name[..source.Name.IndexOf('.', StringComparison.Ordinal)];
}
