using System.Text.RegularExpressions;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>
/// A summary begins with the noun that the type is or the verb that the member does. One that begins with <c>What</c> or <c>Whoever</c> is a riddle: the reader
/// has to finish the sentence before knowing its subject.
/// </summary>
internal static partial class SummaryOpeningsLaw
{
    /// <param name="repository">The repository.</param>
    /// <param name="folders">The folders in which the law holds, without the folders below them.</param>
    internal static IEnumerable<Offence> Judge(Repository repository, IReadOnlyCollection<string> folders) =>
        from source in repository.HandWritten
        where folders.Contains(source.Folder)
        from offence in Judge(source)
        select offence;

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

    [GeneratedRegex(@"^\s*/// <summary>\s*(?<word>\w*)")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*///\s*(?<word>\w*)")]
    private static partial Regex Continuation();

    [GeneratedRegex("^(What|Who|Whoever|Whose|Whether|Those|That|How)$")]
    private static partial Regex Riddle();
}
