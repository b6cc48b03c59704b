using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>No folder is named after nothing: a name under which everything fits says nothing of what is in it.</summary>
internal static class FolderNamesLaw
{
    private static readonly HashSet<string> _empty = new(StringComparer.OrdinalIgnoreCase)
    {
        "Util", "Utils", "Utilities", "Misc", "Miscellaneous", "Helper", "Helpers", "Common", "Internal", "Internals", "Core", "Shared", "Extensions",
    };

    internal static IEnumerable<Offence> Judge(Repository repository) =>
        from folder in repository.Files.SelectMany(file => Prefixes(file.Folder)).Distinct()
        let name = folder[(folder.LastIndexOf('/') + 1)..]
        where _empty.Contains(name)
        select new Offence(folder, 0, $"A folder named {name} says nothing of what is in it. Name it after what its types do.");

    private static IEnumerable<string> Prefixes(string folder)
    {
        for (int end = folder.Length; end > 0; end = folder.LastIndexOf('/', end - 1))
            yield return folder[..end];
    }
}
