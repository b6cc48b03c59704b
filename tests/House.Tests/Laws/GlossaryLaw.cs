using System.Text.RegularExpressions;
using KlaviyoLinq.House.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>
/// One word for one meaning. Each term of the glossary stands there once and is used: its type exists, or the word occurs in the documentation. The words that
/// the glossary replaces occur neither in names nor in summaries.
/// </summary>
internal static partial class GlossaryLaw
{
    internal static IEnumerable<Offence> JudgeTerms(Repository repository)
    {
        Glossary glossary = Glossary.Of(repository);
        HashSet<string> names = [.. repository.Sources.SelectMany(Names).Select(name => name.ValueText)];
        string[] pages = [.. repository.Files.Where(IsPage).Select(file => file.Text)];
        foreach ((int line, string term, string type) in glossary.Terms)
        {
            if (glossary.Terms.Count(other => other.Term == term) > 1)
                yield return new Offence(Glossary.Path, line, $"The term '{term}' stands here twice. Keep the row with its one meaning.");
            if (type.Length > 0 ? !names.Contains(NameOf(type)) : !pages.Any(page => Occurs(page, term)))
                yield return new Offence(
                    Glossary.Path, line,
                    type.Length > 0 ? $"There is no {type}. Name the type of '{term}'." : $"No page uses '{term}'. Use the term, or take its row away.");
        }
    }

    internal static IEnumerable<Offence> JudgeWords(Repository repository)
    {
        IReadOnlyDictionary<string, string> replaced = Glossary.Of(repository).ReplacedWords;
        foreach (SourceFile source in repository.HandWritten)
        {
            foreach ((SyntaxToken name, string word) in Names(source).SelectMany(name => Words().Matches(name.ValueText), (name, word) => (name, word.Value)))
                if (replaced.TryGetValue(word, out string? better))
                    yield return new Offence(source.Path, source.LineOf(name.GetLocation()), $"{name.ValueText} holds '{word}'. Write instead: {better}.");
            foreach (Match summary in Summary().Matches(string.Join('\n', source.Lines)))
                foreach (Match word in Words().Matches(Tag().Replace(summary.Value, "")))
                    if (replaced.TryGetValue(word.Value, out string? better))
                        yield return new Offence(source.Path, LineOf(source, summary), $"The summary holds '{word.Value}'. Write instead: {better}.");
        }
    }

    private static IEnumerable<SyntaxToken> Names(SourceFile source) =>
        source.Syntax.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken));

    private static bool IsPage(RepositoryFile file) => file.Path.EndsWith(".md", StringComparison.Ordinal) && file.Path != Glossary.Path;

    private static string NameOf(string type) => type[(type.LastIndexOf('.') + 1)..].Split('<')[0];

    private static bool Occurs(string page, string term) => Regex.IsMatch(page, $@"\b{Regex.Escape(term)}s?\b", RegexOptions.IgnoreCase);

    private static int LineOf(SourceFile source, Match summary) =>
        string.Join('\n', source.Lines).AsSpan(0, summary.Index).Count('\n') + 1;

    // The words of an identifier: of HasUndocumentedLinks, _hasLinks and A_link_is_found.
    [GeneratedRegex("[A-Z]?[a-z]+")]
    private static partial Regex Words();

    [GeneratedRegex("^[ \\t]*/// <summary>.*?</summary>", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Summary();

    [GeneratedRegex("<c>.*?</c>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();
}
