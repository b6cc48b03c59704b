using KlaviyoLinq.House.Tests.Reading;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>A file holds one type and is named after it. A part of a partial type may add what it holds: <c>KlaviyoQueryable.Terminals.cs</c>.</summary>
internal static class OneTypePerFileLaw
{
    internal static IEnumerable<Offence> Judge(Repository repository) => repository.HandWritten.SelectMany(Judge);

    private static IEnumerable<Offence> Judge(SourceFile source)
    {
        MemberDeclarationSyntax[] types = [.. source.TopLevelTypes];
        foreach (MemberDeclarationSyntax further in types.Skip(1))
            yield return new Offence(source.Path, source.LineOf(further), $"{further.NameToken().Text} is a further type in this file. Move it to {further.NameToken().Text}.cs.");
        if (types is [MemberDeclarationSyntax type, ..] && !IsNamedAfter(source.Name, type))
            yield return new Offence(source.Path, source.LineOf(type), $"The file is not named after {type.NameToken().Text}. Rename one of the two.");
    }

    private static bool IsNamedAfter(string fileName, MemberDeclarationSyntax type)
    {
        string name = type.NameToken().Text;
        return fileName == name + ".cs"
            || (type.Is(SyntaxKind.PartialKeyword) && fileName.StartsWith(name + ".", StringComparison.Ordinal) && fileName.Count(letter => letter == '.') == 2);
    }
}
