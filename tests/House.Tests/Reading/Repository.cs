namespace KlaviyoLinq.House.Tests.Reading;

/// <summary>The repository as the laws see it: files, and among them C# and projects. A sample is made of texts and knows no disk.</summary>
internal sealed class Repository
{
    private static readonly string[] _buildExtensions = [".csproj", ".props", ".targets"];

    private static readonly Lazy<Repository> _current = new(() => new Repository(RepositoryWalk.Files(HouseRoot.Find())));

    private Repository(IEnumerable<RepositoryFile> files)
    {
        Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        Sources = [.. Files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(file => new SourceFile(file))];
        BuildFiles = [.. Files.Where(file => _buildExtensions.Contains(Path.GetExtension(file.Path))).Select(file => new BuildFile(file))];
        Projects = [.. BuildFiles.Where(file => file.IsProject).Select(file => new Project(file, Sources))];
    }

    /// <summary>The repository that these tests were built from.</summary>
    internal static Repository Current => _current.Value;

    internal IReadOnlyList<RepositoryFile> Files { get; }

    internal IReadOnlyList<SourceFile> Sources { get; }

    internal IEnumerable<SourceFile> HandWritten => Sources.Where(source => !source.IsGenerated);

    internal IReadOnlyList<BuildFile> BuildFiles { get; }

    internal IReadOnlyList<Project> Projects { get; }

    internal IEnumerable<Project> Products => Projects.Where(project => project.IsProduct);

    internal static Repository Sample(params (string Path, string Text)[] files) =>
        new(files.Select(file => new RepositoryFile(file.Path, () => file.Text)));

    internal Project? FindProject(string name) => Projects.FirstOrDefault(project => project.Name == name);
}
