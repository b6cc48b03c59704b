using KlaviyoLinq.House.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>Law of suppressions: each suppressed warning has its reason on the same line, or in the same attribute.</summary>
internal static class SuppressionLaw
{
    private static readonly HashSet<string> _attributes = ["SuppressMessage", "UnconditionalSuppressMessage"];

    internal static IEnumerable<Offence> Judge(Repository repository) => repository.HandWritten.SelectMany(Judge);

    private static IEnumerable<Offence> Judge(SourceFile source)
    {
        foreach (DirectiveTriviaSyntax directive in source.Syntax.DescendantNodes(descendIntoTrivia: true).OfType<DirectiveTriviaSyntax>())
            if (Silences(directive) && !HasComment(source.Lines[source.LineOf(directive) - 1]))
                yield return new Offence(source.Path, source.LineOf(directive), "A warning is silenced without a reason. Add // and the reason to the line.");

        foreach (AttributeSyntax attribute in source.Syntax.DescendantNodes().OfType<AttributeSyntax>())
            if (_attributes.Contains(NameOf(attribute)) && !HasJustification(attribute))
                yield return new Offence(
                    source.Path, source.LineOf(attribute), "A warning is silenced without a reason. Add Justification = \"…\" to the attribute.");
    }

    private static bool Silences(DirectiveTriviaSyntax directive) => directive switch
    {
        PragmaWarningDirectiveTriviaSyntax pragma => pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword),
        NullableDirectiveTriviaSyntax nullable => nullable.SettingToken.IsKind(SyntaxKind.DisableKeyword),
        _ => false,
    };

    private static bool HasComment(string line) =>
        line.IndexOf("//", StringComparison.Ordinal) is >= 0 and int start && line[(start + 2)..].Trim().Contains(' ');

    private static string NameOf(AttributeSyntax attribute)
    {
        string name = attribute.Name.ToString();
        name = name[(name.LastIndexOf('.') + 1)..];
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
    }

    private static bool HasJustification(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.Any(argument =>
            argument.NameEquals?.Name.Identifier.Text == "Justification"
            && argument.Expression is LiteralExpressionSyntax { Token.ValueText: var reason }
            && reason.Trim().Contains(' ')) == true;
}
