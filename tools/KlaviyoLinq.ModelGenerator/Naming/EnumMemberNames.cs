using System.Text;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Naming;

/// <summary>Names the known values of an open enumeration: each a legal C# name, no two alike.</summary>
internal static class EnumMemberNames
{
    /// <summary>What the type itself brings along.</summary>
    private static readonly HashSet<string> s_taken = ["Value", "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "PrintMembers", "Finalize"];

    internal static IReadOnlyList<KeyValuePair<string, string>> Of(string enumName, IReadOnlyList<string> values)
    {
        HashSet<string> doubled = [.. values.GroupBy(value => Name(value, spellSymbols: false), StringComparer.Ordinal).Where(group => group.Count() > 1).SelectMany(group => group)];
        KeyValuePair<string, string>[] names =
        [
            .. values.Select(value => KeyValuePair.Create(value, Free(Name(value, doubled.Contains(value)), enumName))),
        ];
        IGrouping<string, KeyValuePair<string, string>>? clash = names.GroupBy(name => name.Value, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return clash is null ? names : throw new SpecificationException($"{enumName} would have two members called {clash.Key}: {string.Join(" and ", clash.Select(name => name.Key))}.");
    }

    private static string Free(string name, string enumName) => s_taken.Contains(name) || name == enumName ? name + "Option" : name;

    /// <summary><c>Etc/GMT+0</c> is EtcGmt0, and spelled with its symbols EtcGmtPlus0.</summary>
    private static string Name(string value, bool spellSymbols)
    {
        bool shouting = value.Length > 2 && !value.Any(char.IsAsciiLetterLower);
        var name = new StringBuilder();
        foreach (string word in Split(value, spellSymbols))
        {
            bool allCapitals = word.Length > (shouting ? 0 : 2) && word.Any(char.IsAsciiLetterUpper) && !word.Any(char.IsAsciiLetterLower);
            name.Append(char.ToUpperInvariant(word[0])).Append(allCapitals ? word[1..].ToLowerInvariant() : word[1..]);
        }

        if (name.Length == 0)
            return "Empty";
        return char.IsAsciiDigit(name[0]) ? "Value" + name : name.ToString();
    }

    private static IEnumerable<string> Split(string value, bool spellSymbols)
    {
        var word = new StringBuilder();
        foreach (char character in value)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                word.Append(character);
                continue;
            }

            if (word.Length > 0)
                yield return word.ToString();
            word.Clear();
            if (Symbol(character, spellSymbols) is { } symbol)
                yield return symbol;
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private static string? Symbol(char character, bool spellSymbols) => character switch
    {
        '%' => "Percent",
        '+' when spellSymbols => "Plus",
        '-' when spellSymbols => "Minus",
        '$' when spellSymbols => "Dollar",
        '_' when spellSymbols => "Underscore",
        '/' when spellSymbols => "Slash",
        _ => null,
    };
}
