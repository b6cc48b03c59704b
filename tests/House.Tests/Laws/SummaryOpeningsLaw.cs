using System.Text.RegularExpressions;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>
/// A summary begins with the noun that the type is or the verb that the member does, in every folder. One that begins with <c>What</c> or <c>Whoever</c> is a
/// riddle: the reader has to finish the sentence before knowing its subject.
/// </summary>
internal static partial class SummaryOpeningsLaw
{
    internal static IEnumerable<Offence> Judge(Repository repository) => repository.HandWritten.SelectMany(Judge);

    private static IEnumerable<Offence> Judge(SourceFile source)
    {
        for (int line = 0; line < source.Lines.Length; line++)
        {
            if (Opening().Match(source.Lines[line]) is not { Success: true } opening)
                continue;
            bool isAlone = opening.Groups["word"].Value.Length == 0 && line + 1 < source.Lines.Length;
            string word = isAlone ? Continuation().Match(source.Lines[line + 1]).Groups["word"].Value : opening.Groups["word"].Value;
            if (Riddle().IsMatch(word))
                yield return new Offence(
                    source.Path, line + 1, $"The summary begins with {word}. Begin with the noun that the type is or the verb that the member does.");
        }
    }

    [GeneratedRegex(@"^\s*/// <summary>\s*(?<word>All that|\w*)")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*///\s*(?<word>All that|\w*)")]
    private static partial Regex Continuation();

    // Question words, pronouns and conjunctions. No noun and no verb is among them, so the list is complete.
    [GeneratedRegex("^(All that|Because|Everybody|Everything|How|If|Is|It|Nobody|Nothing|Since|Something|That|These|They|This|Those|Wh(at|atever|en|enever|ere|erever|ether|ich|ile|o|oever|ose|y))$")]
    private static partial Regex Riddle();
}
