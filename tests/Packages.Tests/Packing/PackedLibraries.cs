namespace KlaviyoLinq.Packages.Tests.Packing;

/// <summary>
/// Packages, made once for all tests by <c>dotnet pack</c> of the whole solution. Everything that is written lies in a folder of its own outside of the
/// repository, and the version is one that no cache can know.
/// </summary>
public sealed class PackedLibraries : IAsyncLifetime
{
    internal const string Core = "KlaviyoLinq", Hosting = "KlaviyoLinq.Hosting", Emulator = "KlaviyoLinq.Emulator", Testing = "KlaviyoLinq.Testing",
        Sqlite = "KlaviyoLinq.Emulator.Sqlite", Tool = "KlaviyoLinq.Tool";

    /// <summary>The names of all packages that a project refers to; the tool is installed instead.</summary>
    internal static readonly string[] Names = [Core, Hosting, Emulator, Testing, Sqlite];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klaviyolinq-packages-");

    internal static string Repository { get; } = FindRepository();

    internal string Version { get; } = $"0.1.0-test.{Guid.NewGuid():N}";

    /// <summary>Folder of all output.</summary>
    internal string Folder => _folder.FullName;

    /// <summary>The local folder that serves as a source of packages.</summary>
    internal string Feed => Path.Combine(Folder, "feed");

    internal IReadOnlyDictionary<string, Package> Packages { get; private set; } = new Dictionary<string, Package>();

    public async Task InitializeAsync()
    {
        await PackAsync("KlaviyoLinq.sln", Version, Feed);
        Packages = Directory.EnumerateFiles(Feed, "*.nupkg").Select(Package.Read).ToDictionary(package => package.Id);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Packs a project or the solution. A second time nothing is compiled: only the package is of another version.</summary>
    internal Task PackAsync(string project, string version, string feed) => Dotnet.RunAsync(
        Repository, "pack", project, "--output", feed, "--nologo", "-v", "q",
        $"-p:Version={Version}", $"-p:PackageVersion={version}", $"-p:ArtifactsPath={Path.Combine(Folder, "artifacts")}", "-p:RunAnalyzers=false");

    /// <summary>A new empty folder, gone when the tests end.</summary>
    internal string CreateFolder() => _folder.CreateSubdirectory(Path.GetRandomFileName()).FullName;

    private static string FindRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "KlaviyoLinq.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("The tests do not lie within the repository.");
    }
}
