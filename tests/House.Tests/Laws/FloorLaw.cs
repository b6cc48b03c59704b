using System.Xml.Linq;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>Projects refer to lower floors only, and the lowest refers to nothing but the framework.</summary>
internal static class FloorLaw
{
    internal const string Lowest = "KlaviyoLinq.Dialect";

    internal static IEnumerable<Offence> Judge(Repository repository) =>
        [.. repository.Projects.SelectMany(project => JudgeReferences(repository, project)), .. repository.Projects.SelectMany(JudgeLowest)];

    private static IEnumerable<Offence> JudgeReferences(Repository repository, Project project)
    {
        if (Floors.Of(project.Name, project.Path) is not { } floor)
        {
            yield return new Offence(project.Path, 0, $"{project.Name} lies on no floor. Give it one in {nameof(Floors)}.");
            yield break;
        }

        foreach ((string name, XElement element) in project.References)
            if (repository.FindProject(name) is not { } reference)
                yield return new Offence(project.Path, BuildFile.LineOf(element), $"There is no project {name}.");
            else if (Floors.Of(name, reference.Path) is { } other && other >= floor)
                yield return new Offence(
                    project.Path, BuildFile.LineOf(element), $"{project.Name} (floor {floor}) refers to {name} (floor {other}). References point down only.");
    }

    private static IEnumerable<Offence> JudgeLowest(Project project) =>
        from package in project.Name == Lowest ? project.File.Items("PackageReference") : []
        where (string?)package.Attribute("PrivateAssets") != "all"
        select new Offence(project.Path, BuildFile.LineOf(package), $"{project.Name} depends on nothing. Take {(string?)package.Attribute("Include")} away.");
}
