using KlaviyoLinq.House.Tests.Reading;
using Microsoft.CodeAnalysis.CSharp;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>Law of public types: they lie in a product's root folder, its model and its errors. All others are internal.</summary>
internal static class PublicTypesLaw
{
    /// <summary>
    /// Entries holds the types that <c>KlaviyoContext.Entry</c> leads to and that a program rarely names. Writing holds what commands take and
    /// return, and Importing what imports do. Repositories holds what is opt-in by its namespace: in the root folder's namespace its methods would be
    /// ambiguous beside EF Core's. DependencyInjection holds the methods that add to a service collection, in the namespace where everybody's stand.
    /// </summary>
    internal static readonly IReadOnlyList<string> Folders =
        ["", "Entries", "Importing", "Writing", "Model", "Model/Components", "Errors", "Repositories", Namespaces.DependencyInjection];

    internal static IEnumerable<Offence> Judge(Repository repository) =>
        from project in repository.Products
        from source in project.Sources
        where !Folders.Contains(Namespaces.WithoutGenerated(project.FolderOf(source)))
        from type in source.TopLevelTypes
        where type.Is(SyntaxKind.PublicKeyword)
        select new Offence(
            source.Path, source.LineOf(type),
            $"{type.NameToken().Text} is public. Make it internal, or move it to the root folder, Entries, Importing, Writing, Model, Errors, Repositories or DependencyInjection.");
}
