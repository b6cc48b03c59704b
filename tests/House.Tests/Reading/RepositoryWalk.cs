namespace KlaviyoLinq.House.Tests.Reading;

/// <summary>The files of a checkout without what is built, downloaded or kept by tools: what a fresh clone would hold.</summary>
internal static class RepositoryWalk
{
    private static readonly HashSet<string> _skipped =
        ["bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules", ".git", ".vs", ".idea"];

    internal static IEnumerable<RepositoryFile> Files(string root)
    {
        Stack<DirectoryInfo> folders = new([new DirectoryInfo(root)]);
        while (folders.TryPop(out DirectoryInfo? folder))
        {
            foreach (DirectoryInfo inner in folder.EnumerateDirectories())
                if (!_skipped.Contains(inner.Name))
                    folders.Push(inner);
            foreach (FileInfo file in folder.EnumerateFiles())
                yield return new RepositoryFile(Path.GetRelativePath(root, file.FullName).Replace('\\', '/'), () => File.ReadAllText(file.FullName));
        }
    }
}
