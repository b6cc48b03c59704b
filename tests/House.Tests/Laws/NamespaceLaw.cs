using KlaviyoLinq.House.Tests.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>A type's namespace is the project's root namespace and its folders, so that each follows from the other.</summary>
internal static class NamespaceLaw
{
    internal static IEnumerable<Offence> Judge(Repository repository) =>
        from project in repository.Projects
        from source in project.Sources
        let expected = Namespaces.Of(project, source)
        from type in source.TopLevelTypes
        let written = type.Parent is BaseNamespaceDeclarationSyntax space ? space.Name.ToString() : ""
        where !expected.Contains(written)
        select new Offence(
            source.Path, source.LineOf(type.Parent is BaseNamespaceDeclarationSyntax ? type.Parent : type), Say(written, string.Join(" or ", expected)));

    private static string Say(string written, string expected) => written.Length == 0
        ? $"No namespace. The folder says {expected}."
        : $"The namespace is {written}, the folder says {expected}. Move the file, or rename the namespace.";
}
