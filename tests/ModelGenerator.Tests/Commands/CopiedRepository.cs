using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Reading;
using KlaviyoLinq.ModelGenerator.Spec;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Commands;

/// <summary>Copy of the facts of this repository, and of the table of commands, in a temporary folder.</summary>
internal sealed class CopiedRepository : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klaviyolinq-");

    internal CopiedRepository()
    {
        Repository = new Repository(Path.Combine(_folder.FullName, "repository"));
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Original.Root, "spec")))
            Repository.Write("spec/" + Path.GetFileName(path), File.ReadAllText(path));
        Repository.Write(CoverageCommand.Commands, Original.Read(CoverageCommand.Commands)!);
    }

    internal static Repository Original => RepositoryFacts.Repository;

    internal Repository Repository { get; }

    /// <summary>A copy as it was before the newest revision: without its facts, and with those of the operations that write of the revision before.</summary>
    internal static CopiedRepository BeforeNewest()
    {
        var copy = new CopiedRepository();
        copy.Repository.Delete(Original.SpecPath);
        copy.Repository.Delete(Original.WritesPath);
        copy.Repository.Write(
            copy.Repository.WritesPath, SpecFile.Write(WritesReader.Read(Repository.DocumentOf(Original.DefaultDocuments, copy.Repository.Revision))));
        return copy;
    }

    /// <summary>Writes a document beside the repository.</summary>
    internal string Document(string text)
    {
        string path = Path.Combine(_folder.FullName, "stable.json");
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>All files by their paths, with their texts.</summary>
    internal SortedDictionary<string, string> Files() => new(
        Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllText),
        StringComparer.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);
}
