using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace KlaviyoLinq.Packages.Tests.Packing;

/// <summary>A package as it lies in the folder: its files, and what it says of itself.</summary>
internal sealed class Package
{
    private readonly Dictionary<string, byte[]> _files;
    private readonly XElement _metadata;

    private Package(string id, Dictionary<string, byte[]> files)
    {
        Id = id;
        _files = files;
        _metadata = XDocument.Parse(Text(id + ".nuspec").TrimStart('\uFEFF')).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    internal string Id { get; }

    /// <summary>The paths of all files, without those that only the package format needs.</summary>
    internal IEnumerable<string> Files => _files.Keys
        .Where(
            path =>
                !path.StartsWith("_rels/", StringComparison.Ordinal)
                    && !path.StartsWith("package/", StringComparison.Ordinal)
                    && path != "[Content_Types].xml");

    internal IEnumerable<string> Assemblies => Files.Where(path => path.EndsWith(".dll", StringComparison.Ordinal));

    /// <summary>The packages it depends on, and the range of each as it is written.</summary>
    internal IReadOnlyDictionary<string, string> Dependencies => _metadata.Descendants()
        .Where(element => element.Name.LocalName == "dependency")
        .ToDictionary(element => (string)element.Attribute("id")!, element => (string)element.Attribute("version")!);

    internal static Package Read(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        Dictionary<string, byte[]> files = archive.Entries.ToDictionary(entry => entry.FullName, Content);
        return new Package(files.Keys.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal))[..^".nuspec".Length], files);
    }

    internal byte[] Bytes(string path) => _files[path];

    internal string Text(string path) => Encoding.UTF8.GetString(_files[path]);

    /// <summary>An element of the nuspec by its name.</summary>
    internal XElement? Says(string name) => _metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
