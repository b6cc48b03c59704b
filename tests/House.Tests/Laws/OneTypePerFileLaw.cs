using KlaviyoLinq.House.Tests.Reading;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>
/// A file holds one type and is named after it. A part of a partial type may add a second name: <c>KlaviyoQueryable.Terminals.cs</c>. A closed union
/// (an abstract type whose constructors only its own assembly can call, and its sealed cases) may share the file that is named after the abstract type,
/// because its cases are read and changed together.
/// </summary>
internal static class OneTypePerFileLaw
{
    internal static IEnumerable<Offence> Judge(Repository repository) => repository.HandWritten.SelectMany(Judge);

    private static IEnumerable<Offence> Judge(SourceFile source)
    {
        MemberDeclarationSyntax[] types = [.. source.TopLevelTypes];
        foreach (MemberDeclarationSyntax further in types.Skip(1).Where(further => !IsCaseOf(further, types[0])))
            yield return new Offence(
                source.Path, source.LineOf(further), $"{further.NameToken().Text} is a further type in this file. Move it to {further.NameToken().Text}.cs.");
        if (types is [MemberDeclarationSyntax type, ..] && !IsNamedAfter(source.Name, type))
            yield return new Offence(source.Path, source.LineOf(type), $"The file is not named after {type.NameToken().Text}. Rename one of the two.");
    }

    private static bool IsCaseOf(MemberDeclarationSyntax type, MemberDeclarationSyntax union) =>
        union is TypeDeclarationSyntax { ParameterList: null } closed
            && closed.Is(SyntaxKind.AbstractKeyword)
            && !closed.Is(SyntaxKind.PublicKeyword)
            && HasClosedConstructor(closed)
        && type is TypeDeclarationSyntax declared && declared.Is(SyntaxKind.SealedKeyword)
        && declared.BaseList?.Types.Any(listed => NameOf(listed.Type) == closed.Identifier.Text) == true;

    private static bool HasClosedConstructor(TypeDeclarationSyntax type) =>
        type.Members.OfType<ConstructorDeclarationSyntax>().ToArray() is { Length: > 0 } constructors
            && constructors.All(constructor => constructor.Is(SyntaxKind.PrivateKeyword));

    private static string NameOf(Microsoft.CodeAnalysis.CSharp.Syntax.TypeSyntax type) =>
        type is GenericNameSyntax generic ? generic.Identifier.Text : type.ToString();

    private static bool IsNamedAfter(string fileName, MemberDeclarationSyntax type)
    {
        string name = type.NameToken().Text;
        return fileName == name + ".cs"
            || (
                type.Is(SyntaxKind.PartialKeyword)
                    && fileName.StartsWith(name + ".", StringComparison.Ordinal)
                    && fileName.Count(letter => letter == '.') == 2);
    }
}
