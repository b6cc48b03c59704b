using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>
/// The folders of a project use each other in one direction: no folder uses, by whatever way round, a folder that uses it.
/// The root folder is the public face and is taken file by file: any folder may use a public type that does not use the folder back.
/// </summary>
internal static class FolderGraphLaw
{
    internal static IEnumerable<Offence> Judge(Repository repository) => repository.Products.SelectMany(project => Judge(repository, project));

    private static IEnumerable<Offence> Judge(Repository repository, Project project)
    {
        Use[] uses = [.. new ProjectSemantics(repository, project).Uses().Where(use => project.Sources.Contains(use.To))];
        ILookup<string, string> graph = uses
            .Select(use => (From: PlaceOf(project, use.From), To: PlaceOf(project, use.To)))
            .Where(edge => edge.From != edge.To)
            .Distinct()
            .ToLookup(edge => edge.From, edge => edge.To);
        foreach (HashSet<string> circle in Circles.In(graph).Where(circle => circle.Any(place => !IsFile(place))))
        {
            string name = string.Join(" → ", Circles.ShortestWithin(circle, graph));
            foreach (Use use in uses)
                if (PlaceOf(project, use.From) is var from && PlaceOf(project, use.To) is var to && from != to && circle.Contains(from) && circle.Contains(to))
                    yield return new Offence(
                        use.From.Path, use.Line, $"{from} uses {to} ({use.Written}), in a circle ({name}). Move the type, or hand in what is needed.");
        }
    }

    private static bool IsFile(string place) => place.EndsWith(".cs", StringComparison.Ordinal);

    private static string PlaceOf(Project project, SourceFile source) => project.FolderOf(source) is { Length: > 0 } folder ? folder : source.Name;
}
