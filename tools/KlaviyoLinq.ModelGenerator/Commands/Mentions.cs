namespace KlaviyoLinq.ModelGenerator.Commands;

/// <summary>Finds the hand-written files that name a revision: examples, pages and tests, which a person has to look at.</summary>
internal static class Mentions
{
    private static readonly string[] _kinds = [".cs", ".md", ".ipynb"];

    /// <summary>Folders of tools, of generated files, and of what was true when it was written.</summary>
    private static readonly HashSet<string> _others = [".git", "bin", "obj", "artifacts", "node_modules", "spec", "Generated", "decisions"];

    internal static IEnumerable<string> Of(string revision, string root)
    {
        string[] spellings = [revision, revision.Replace("-", "--", StringComparison.Ordinal), revision.Replace("-", "", StringComparison.Ordinal)];
        return Files(new DirectoryInfo(root))
            .Where(file => spellings.Any(File.ReadAllText(file.FullName).Contains))
            .Select(file => Path.GetRelativePath(root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(IsHandWritten)
            .Concat(folder.EnumerateDirectories().Where(inner => !_others.Contains(inner.Name)).SelectMany(Files));

    private static bool IsHandWritten(FileInfo file) =>
        _kinds.Contains(file.Extension) && !file.Name.EndsWith(".g.cs", StringComparison.Ordinal) && file.Name is not ("CHANGELOG.md" or "coverage.md");
}
