namespace KlaviyoLinq.ModelGenerator.Naming;

/// <summary>Splits C# names into words: <c>HTMLBlockV1</c> is HTML, Block, V1.</summary>
internal static class Words
{
    internal static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int index = 1; index <= name.Length; index++)
        {
            if (index < name.Length && !Begins(name, index))
                continue;
            words.Add(name[start..index]);
            start = index;
        }

        return words;
    }

    /// <summary>Writes acronyms like words, as .NET does: <c>HTMLBlock</c> becomes <c>HtmlBlock</c>.</summary>
    internal static string Humble(string name) => string.Concat(Of(name).Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant()));

    private static bool Begins(string name, int index) =>
        char.IsAsciiLetterUpper(name[index])
        && (!char.IsAsciiLetterUpper(name[index - 1]) || (index + 1 < name.Length && char.IsAsciiLetterLower(name[index + 1])));
}
