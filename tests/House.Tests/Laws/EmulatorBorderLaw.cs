using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>
/// The emulator knows the catalogue and nothing else of the dialect, so that it does not mark the provider's homework with the provider's pen.
/// </summary>
internal static class EmulatorBorderLaw
{
    private const string Emulator = "KlaviyoLinq.Emulator";
    private const string Catalogue = "Catalogue";

    internal static IEnumerable<Offence> Judge(Repository repository)
    {
        if (repository.FindProject(Emulator) is not { } emulator || repository.FindProject(FloorLaw.Lowest) is not { } dialect)
            return [];
        return
            from use in new ProjectSemantics(repository, emulator).Uses()
            where dialect.Sources.Contains(use.To)
            let folder = dialect.FolderOf(use.To)
            where !IsOpen(folder)
            select new Offence(use.From.Path, use.Line, $"The emulator uses {use.Written} of the dialect's {folder}. It may use the catalogue only: write it anew from the published rules.");
    }

    /// <summary>Returns whether the emulator may use a namespace of the dialect's assembly.</summary>
    internal static bool IsOpenNamespace(string space) => space == "KlaviyoLinq" || IsOpen(space["KlaviyoLinq.".Length..].Replace('.', '/'));

    private static bool IsOpen(string folder) => folder is "" or Catalogue || folder.StartsWith(Catalogue + "/", StringComparison.Ordinal);
}
