using System.Globalization;
using System.Text;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Commands;

/// <summary>The checkout the generator works on.</summary>
internal sealed class Repository(string root)
{
    private const string FactsPrefix = "klaviyo-";
    private const string WritesSuffix = ".writes.json";

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Facts of the operations that write which their document does not state, with the evidence.</summary>
    internal static string WriteEvidencePath => "spec/writes.json";

    internal static string OverridesPath => "spec/overrides.json";

    internal string Root { get; } = Path.GetFullPath(root);

    /// <summary>All revisions whose facts lie in <c>spec/</c>, the newest first: the library holds a catalogue of each.</summary>
    internal IReadOnlyList<string> Revisions => [.. FactsIn("spec", ".json").Where(IsRevision).OrderDescending(StringComparer.Ordinal)];

    /// <summary>The newest revision, which the model is made of.</summary>
    internal string Revision => Revisions is [var newest, ..] ? newest : throw new SpecificationException("spec/ holds the facts of no revision.");

    internal string SpecPath => SpecPathOf(Revision);

    /// <summary>The distilled facts of the operations that write, kept for the newest revision alone.</summary>
    internal string WritesPath => WritesPathOf(Revision);

    /// <summary>Facts of operations that write which belong to a revision that is no longer the newest.</summary>
    internal IEnumerable<string> OldWritesPaths => FactsIn("spec", WritesSuffix).Select(WritesPathOf).Where(path => path != WritesPath);

    /// <summary>Folder of the official documents, with a folder for each revision.</summary>
    internal string DefaultDocuments => Path.GetFullPath(Path.Combine(Root, "..", "shared", "klaviyo-openapi"));

    internal static string SpecPathOf(string revision) => $"spec/{FactsPrefix}{revision}.json";

    internal static string WritesPathOf(string revision) => $"spec/{FactsPrefix}{revision}{WritesSuffix}";

    /// <summary>Reports whether a text is a stable revision: a date as <c>2026-07-15</c>.</summary>
    internal static bool IsRevision(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

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
        File.WriteAllText(Full(path), text, _utf8);
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

    private IEnumerable<string> FactsIn(string folder, string suffix) =>
        Directory.Exists(Full(folder))
            ? Directory.EnumerateFiles(Full(folder), $"{FactsPrefix}*{suffix}").Select(path => Path.GetFileName(path)[FactsPrefix.Length..^suffix.Length])
            : [];

    private string Full(string path) => Path.Combine(Root, path);
}
