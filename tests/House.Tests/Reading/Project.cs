using System.Xml.Linq;

namespace KlaviyoLinq.House.Tests.Reading;

/// <summary>A project: its file, and the C# files below it.</summary>
internal sealed class Project
{
    internal Project(BuildFile file, IEnumerable<SourceFile> sources)
    {
        File = file;
        Sources = [.. sources.Where(source => source.Path.StartsWith(Folder + "/", StringComparison.Ordinal))];
    }

    internal BuildFile File { get; }

    internal IReadOnlyList<SourceFile> Sources { get; }

    internal string Path => File.Path;

    internal string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>The name of the project, and of its assembly: no project sets another.</summary>
    internal string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    internal string RootNamespace => File.Property("RootNamespace") ?? Name;

    /// <summary>Indicates whether the project is part of the product, that is in <c>src</c>.</summary>
    internal bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);

    /// <summary>The names of the projects whose code this one can use. Ones that are only built before it, or handed to the compiler, do not count.</summary>
    internal IEnumerable<(string Name, XElement Element)> References =>
        from element in File.Items("ProjectReference")
        where (string?)element.Attribute("ReferenceOutputAssembly") != "false"
        let include = ((string?)element.Attribute("Include") ?? "").Replace('\\', '/')
        select (System.IO.Path.GetFileNameWithoutExtension(include), element);

    /// <summary>The file's folder below the project's: empty at the root, else <c>Model/Components</c>.</summary>
    internal string FolderOf(SourceFile source) => source.Folder == Folder ? "" : source.Folder[(Folder.Length + 1)..];
}
