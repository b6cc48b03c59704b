using System.Text.RegularExpressions;
using KlaviyoLinq.House.Tests.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>A test is named as a sentence that can be true or false: <c>A_filter_by_two_emails_becomes_any</c>.</summary>
internal static partial class TestNamesLaw
{
    private static readonly HashSet<string> _attributes = ["Fact", "Theory"];

    internal static IEnumerable<Offence> Judge(Repository repository) =>
        from source in repository.HandWritten
        from method in source.Syntax.DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => _attributes.Contains(attribute.Name.ToString()))
        where !Sentence().IsMatch(method.Identifier.Text)
        select new Offence(
            source.Path, source.LineOf(method), $"{method.Identifier.Text} is not a sentence. Say what holds: three words or more, joined by underscores.");

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+){2,}$")]
    private static partial Regex Sentence();
}
