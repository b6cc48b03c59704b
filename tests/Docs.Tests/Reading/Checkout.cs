namespace KlaviyoLinq.Docs.Tests.Reading;

/// <summary>The repository that these tests were built from: where it lies, and what a fresh clone would hold of it.</summary>
internal static class Checkout
{
    private const string Solution = "KlaviyoLinq.sln";

    private static readonly HashSet<string> _skipped =
        ["bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules", ".git", ".vs", ".idea"];

    private static readonly Lazy<string> _root = new(Find);

    private static readonly Lazy<IReadOnlyList<string>> _files = new(() => [.. Walk(new DirectoryInfo(_root.Value)).Order(StringComparer.Ordinal)]);

    /// <summary>All files by their paths from the root, with forward slashes.</summary>
    internal static IReadOnlyList<string> Files => _files.Value;

    /// <summary>Indicates whether the tests write the pages that they would compare: <c>KLAVIYOLINQ_WRITE_DOCS=1</c>.</summary>
    internal static bool IsWriting => Environment.GetEnvironmentVariable("KLAVIYOLINQ_WRITE_DOCS") == "1";

    internal static string PathOf(string path) => Path.Combine(_root.Value, path);

    internal static string Read(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    internal static void Write(string path, string text) => File.WriteAllText(PathOf(path), text);

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(file => Path.GetRelativePath(_root.Value, file.FullName).Replace('\\', '/'))
            .Concat(folder.EnumerateDirectories().Where(inner => !_skipped.Contains(inner.Name)).SelectMany(Walk));

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        throw new InvalidOperationException($"No {Solution} above {AppContext.BaseDirectory}.");
    }
}
