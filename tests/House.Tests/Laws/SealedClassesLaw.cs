using KlaviyoLinq.House.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>Every class and record class is sealed, static or abstract: whoever may derive from a class is told so by the class.</summary>
internal static class SealedClassesLaw
{
    /// <summary>The classes that are open on purpose, each with its reason.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Open = new Dictionary<string, string>
    {
        ["KlaviyoLinq.KlaviyoContext"] = "Applications derive their own context from it, as with EF's DbContext.",
        ["KlaviyoLinq.Errors.KlaviyoException"] = "The base of all errors; it is thrown itself where no narrower error fits.",
        ["KlaviyoLinq.Errors.KlaviyoApiException"] = "The base of the errors of one status; it is thrown itself for every other status.",
    };

    internal static IEnumerable<Offence> Judge(Repository repository) =>
        from project in repository.Projects
        from parts in project.Sources.SelectMany(Classes).GroupBy(part => part.Class.FullName())
        where !Open.ContainsKey(parts.Key) && !parts.Any(part => SaysWhoDerives(part.Class))
        let first = parts.FirstOrDefault(part => !part.Source.IsGenerated)
        where first.Source is not null
        select new Offence(first.Source.Path, first.Source.LineOf(first.Class), $"{first.Class.Identifier.Text} is neither sealed, static nor abstract. Seal it.");

    private static IEnumerable<(SourceFile Source, TypeDeclarationSyntax Class)> Classes(SourceFile source) =>
        from type in source.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type.IsKind(SyntaxKind.ClassDeclaration) || type.IsKind(SyntaxKind.RecordDeclaration)
        select (source, type);

    private static bool SaysWhoDerives(TypeDeclarationSyntax type) =>
        type.Is(SyntaxKind.SealedKeyword) || type.Is(SyntaxKind.StaticKeyword) || type.Is(SyntaxKind.AbstractKeyword);
}
