using KlaviyoLinq.House.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>Every class and record class is sealed, static or abstract, so that a class says whether it can be derived from.</summary>
internal static class SealedClassesLaw
{
    /// <summary>The classes that are open on purpose, each with its reason.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Open = new Dictionary<string, string>
    {
        ["KlaviyoLinq.Errors.KlaviyoConflictException"] = "A duplicate profile is a conflict of which more is known.",
        ["KlaviyoLinq.KlaviyoContext"] = "Applications derive their own context from it, as with EF's DbContext.",
    };

    internal static IEnumerable<Offence> Judge(Repository repository) =>
        from project in repository.Projects
        from parts in project.Sources.SelectMany(Classes).GroupBy(part => part.Class.FullName())
        where Open.ContainsKey(parts.Key) == parts.Any(part => SaysWhoDerives(part.Class)) && !parts.Any(part => IsBenchmark(part.Class))
        let first = parts.FirstOrDefault(part => !part.Source.IsGenerated)
        where first.Source is not null
        select new Offence(first.Source.Path, first.Source.LineOf(first.Class), Say(first.Class.Identifier.Text, Open.ContainsKey(parts.Key)));

    private static string Say(string name, bool isOpen) => isOpen
        ? $"{name} is no longer open. Take it off the list in {nameof(SealedClassesLaw)}."
        : $"{name} is neither sealed, static nor abstract. Seal it.";

    private static IEnumerable<(SourceFile Source, TypeDeclarationSyntax Class)> Classes(SourceFile source) =>
        from type in source.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type.IsKind(SyntaxKind.ClassDeclaration) || type.IsKind(SyntaxKind.RecordDeclaration)
        select (source, type);

    // BenchmarkDotNet derives from the class it measures and refuses a sealed one.
    private static bool IsBenchmark(TypeDeclarationSyntax type) =>
        type.Members.Any(member => member.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "Benchmark"));

    private static bool SaysWhoDerives(TypeDeclarationSyntax type) =>
        type.Is(SyntaxKind.SealedKeyword) || type.Is(SyntaxKind.StaticKeyword) || type.Is(SyntaxKind.AbstractKeyword);
}
