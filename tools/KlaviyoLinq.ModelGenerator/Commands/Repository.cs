using System.Text;

namespace KlaviyoLinq.ModelGenerator.Commands;

/// <summary>The checkout the generator works on.</summary>
internal sealed class Repository(string root)
{
    /// <summary>The revision the model is made of: the newest.</summary>
    internal const string Revision = "2026-07-15";

    /// <summary>All revisions whose catalogues the library holds, the newest first.</summary>
    internal static readonly string[] Revisions = [Revision, "2026-04-15", "2026-01-15", "2025-07-15", "2024-07-15", "2023-07-15", "2022-10-17"];

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static string SpecPath => SpecPathOf(Revision);

    /// <summary>The distilled facts of the operations that write, of the newest revision alone.</summary>
    internal static string WritesPath => $"spec/klaviyo-{Revision}.writes.json";

    /// <summary>Facts of these operations that the document does not state, with their evidence.</summary>
    internal static string WriteEvidencePath => "spec/writes.json";

    internal static string OverridesPath => "spec/overrides.json";

    internal string Root { get; } = Path.GetFullPath(root);

    /// <summary>Folder of the official documents, with a folder for each revision.</summary>
    internal string DefaultDocuments => Path.GetFullPath(Path.Combine(Root, "..", "shared", "klaviyo-openapi"));

    internal static string SpecPathOf(string revision) => $"spec/klaviyo-{revision}.json";

    /// <summary>The official document of a revision within the folder of all.</summary>
    internal static string DocumentOf(string documents, string revision) => Path.Combine(documents, revision, "stable.json");

    /// <summary>The nearest folder upwards that holds the solution.</summary>
    internal static Repository Around(string folder)
    {
        for (DirectoryInfo? candidate = new(folder); candidate is not null; candidate = candidate.Parent)
            if (File.Exists(Path.Combine(candidate.FullName, "KlaviyoLinq.sln")))
                return new Repository(candidate.FullName);
        throw new DirectoryNotFoundException($"{folder} does not lie within the repository: name its root with --root.");
    }

    internal string? Read(string path) => File.Exists(Full(path)) ? File.ReadAllText(Full(path)) : null;

    /// <summary>Writes a file where its text differs, so that an unchanged one keeps its date and the build its up-to-date check.</summary>
    internal bool Write(string path, string text)
    {
        if (Read(path) == text)
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text, s_utf8);
        return true;
    }

    internal void Delete(string path) => File.Delete(Full(path));

    /// <summary>The generated files that are there, relative to the root.</summary>
    internal IEnumerable<string> GeneratedIn(string folder) =>
        Directory.Exists(Full(folder))
            ? Directory.EnumerateFiles(Full(folder), "*", SearchOption.AllDirectories)
                .Where(path => path.EndsWith(".g.cs", StringComparison.Ordinal) || path.EndsWith(".facts", StringComparison.Ordinal))
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            : [];

    private string Full(string path) => Path.Combine(Root, path);
}
