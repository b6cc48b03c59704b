using System.Text.RegularExpressions;
using KlaviyoLinq.House.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>Law against postponed and hidden code: no regions, no notes to oneself, no members that only throw.</summary>
internal static partial class ForbiddenWordsLaw
{
    internal static IEnumerable<Offence> Judge(Repository repository) =>
        [.. repository.HandWritten.SelectMany(Judge), .. repository.BuildFiles.SelectMany(Judge)];

    private static IEnumerable<Offence> Judge(SourceFile source)
    {
        foreach (SyntaxTrivia trivia in source.Syntax.DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.RegionDirectiveTrivia))
                yield return new Offence(source.Path, source.LineOf(trivia.GetLocation()), "A region. Make a type of it, or take the lines away.");
            else if (IsComment(trivia))
                foreach (Match match in NoteToOneself().Matches(trivia.ToString()))
                    yield return new Offence(source.Path, LineWithin(source, trivia, match), $"{match.Value}. Do it now, or open an issue.");
        }

        foreach (IdentifierNameSyntax name in source.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>())
            if (name.Identifier.ValueText == "NotImplementedException")
                yield return new Offence(source.Path, source.LineOf(name), "A member that is not there yet. Write it, or leave it out.");
    }

    private static IEnumerable<Offence> Judge(BuildFile file) =>
        from comment in file.Comments
        from Match match in NoteToOneself().Matches(comment.Value)
        select new Offence(file.Path, BuildFile.LineOf(comment), $"{match.Value}. Do it now, or open an issue.");

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static int LineWithin(SourceFile source, SyntaxTrivia trivia, Match match) =>
        source.LineOf(trivia.GetLocation()) + trivia.ToString().AsSpan(0, match.Index).Count('\n');

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex NoteToOneself();
}
