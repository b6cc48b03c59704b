using System.Xml;
using System.Xml.Linq;

namespace KlaviyoLinq.House.Tests.Reading;

/// <summary>A file that MSBuild reads: a project, properties or targets.</summary>
internal sealed class BuildFile(RepositoryFile file)
{
    private readonly Lazy<XDocument> _xml = new(() => XDocument.Parse(file.Text, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace));

    internal string Path => file.Path;

    internal string[] Lines => file.Lines;

    internal bool IsProject => Path.EndsWith(".csproj", StringComparison.Ordinal);

    internal IEnumerable<XElement> Elements => _xml.Value.Descendants();

    internal IEnumerable<XComment> Comments => _xml.Value.DescendantNodes().OfType<XComment>();

    internal string? Property(string name) => Properties(name).LastOrDefault()?.Value.Trim();

    internal IEnumerable<XElement> Properties(string name) =>
        Elements.Where(element => element.Name.LocalName == name && element.Parent?.Name.LocalName == "PropertyGroup");

    internal IEnumerable<XElement> Items(string name) =>
        Elements.Where(element => element.Name.LocalName == name && element.Parent?.Name.LocalName == "ItemGroup");

    internal static int LineOf(XObject node) => ((IXmlLineInfo)node).LineNumber;
}
