using KlaviyoLinq.House.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>
/// Limit of the length of a line. Two kinds of lines are exempt: the lines of a literal of several lines, and a line that is little more than one literal. A
/// literal in two pieces is not found by a search.
/// </summary>
internal static class LineLengthLaw
{
    internal const int Longest = 160;

    /// <summary>The number of characters around a literal that is too long for a line of its own.</summary>
    internal const int AroundLiteral = 60;

    internal static IEnumerable<Offence> Judge(Repository repository) => repository.HandWritten.SelectMany(Judge);

    private static IEnumerable<Offence> Judge(SourceFile source)
    {
        int[] tooLong = [.. source.Lines.Index().Where(line => line.Item.Length > Longest).Select(line => line.Index)];
        if (tooLong.Length == 0)
            yield break;
        ILookup<int, int> literals = Literals(source).ToLookup(literal => literal.Line, literal => literal.Length);
        foreach (int line in tooLong)
            if (!literals[line].Any(length => length < 0 || source.Lines[line].Length - length <= AroundLiteral))
                yield return new Offence(source.Path, line + 1, $"{source.Lines[line].Length} characters, and a line has {Longest} at most. Break it.");
    }

    /// <summary>The lines of all literals with their lengths, and -1 for each line of a literal of several lines.</summary>
    private static IEnumerable<(int Line, int Length)> Literals(SourceFile source)
    {
        IEnumerable<Location> locations = source.Syntax.DescendantNodes()
            .Where(node => node is InterpolatedStringExpressionSyntax
                || node.IsKind(SyntaxKind.StringLiteralExpression)
                || node.IsKind(SyntaxKind.Utf8StringLiteralExpression))
            .Select(node => node.GetLocation());
        foreach (FileLinePositionSpan span in locations.Select(location => location.GetLineSpan()))
        {
            (int first, int last) = (span.StartLinePosition.Line, span.EndLinePosition.Line);
            for (int line = first; line <= last; line++)
                yield return (line, first == last ? span.EndLinePosition.Character - span.StartLinePosition.Character : -1);
        }
    }
}
