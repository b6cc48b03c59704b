using System.Xml.Linq;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>A project says what it is and what it refers to. What follows from that stands in eng/, and package versions in Directory.Packages.props.</summary>
internal static class ProjectFilesLaw
{
    internal static IEnumerable<Offence> Judge(Repository repository) =>
        [.. repository.Projects.SelectMany(project => JudgeType(repository, project)), .. repository.BuildFiles.SelectMany(JudgeVersions)];

    private static IEnumerable<Offence> JudgeType(Repository repository, Project project)
    {
        string? type = project.File.Property("ProjectType");
        if (type is null)
            yield return new Offence(project.Path, 0, "The project does not say what it is. Set ProjectType.");
        else if (!repository.Files.Any(file => file.Path == $"eng/{type}.targets"))
            yield return new Offence(project.Path, BuildFile.LineOf(project.File.Properties("ProjectType").Last()), $"There is no eng/{type}.targets.");
    }

    private static IEnumerable<Offence> JudgeVersions(BuildFile file) =>
        from reference in file.Items("PackageReference")
        from version in Versions(reference)
        select new Offence(
            file.Path, BuildFile.LineOf(version), $"A version of {(string?)reference.Attribute("Include")}. Versions stand in Directory.Packages.props.");

    private static IEnumerable<XObject> Versions(XElement reference) =>
    [
        .. reference.Attributes().Where(attribute => IsVersion(attribute.Name)),
        .. reference.Elements().Where(element => IsVersion(element.Name)),
    ];

    private static bool IsVersion(XName name) => name.LocalName is "Version" or "VersionOverride";
}
