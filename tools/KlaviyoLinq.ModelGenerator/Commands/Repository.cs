using System.Text;

namespace KlaviyoLinq.ModelGenerator.Commands;

/// <summary>The checkout the generator works on.</summary>
internal sealed class Repository(string root)
{
    internal const string Revision = "2026-07-15";

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static string SpecPath => $"spec/klaviyo-{Revision}.json";

    internal static string OverridesPath => "spec/overrides.json";

    internal string Root { get; } = Path.GetFullPath(root);

    internal string DefaultDocument => Path.GetFullPath(Path.Combine(Root, "..", "shared", "klaviyo-openapi", Revision, "stable.json"));

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
            ? Directory.EnumerateFiles(Full(folder), "*.g.cs", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            : [];

    private string Full(string path) => Path.Combine(Root, path);
}
