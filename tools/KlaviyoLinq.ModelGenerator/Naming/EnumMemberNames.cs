using System.Text;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Naming;

/// <summary>Names the known values of an open enumeration: each a legal C# name, no two alike.</summary>
internal static class EnumMemberNames
{
    /// <summary>Members that the type itself declares.</summary>
    private static readonly HashSet<string> _taken =
        ["Value", "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "PrintMembers", "Finalize"];

    internal static IReadOnlyList<KeyValuePair<string, string>> Of(string enumName, IReadOnlyList<string> values)
    {
        foreach (SymbolSpelling spelling in Enum.GetValues<SymbolSpelling>())
        {
            KeyValuePair<string, string>[] names = [.. values.Select(value => KeyValuePair.Create(value, Free(Name(value, spelling), enumName)))];
            if (names.DistinctBy(name => name.Value, StringComparer.Ordinal).Count() == names.Length)
                return names;
        }

        throw new SpecificationException($"The values of {enumName} cannot be told apart by names: {string.Join(", ", values)}.");
    }

    private static string Free(string name, string enumName) => _taken.Contains(name) || name == enumName ? name + "Option" : name;

    private static string Name(string value, SymbolSpelling spelling)
    {
        bool shouting = value.Length > 2 && !value.Any(char.IsAsciiLetterLower);
        var name = new StringBuilder();
        foreach (string word in Split(value, spelling))
        {
            bool allCapitals = word.Length > (shouting ? 0 : 2) && word.Any(char.IsAsciiLetterUpper) && !word.Any(char.IsAsciiLetterLower);
            name.Append(char.ToUpperInvariant(word[0])).Append(allCapitals ? word[1..].ToLowerInvariant() : word[1..]);
        }

        if (name.Length == 0)
            return "Empty";
        return char.IsAsciiDigit(name[0]) ? "Value" + name : name.ToString();
    }

    private static IEnumerable<string> Split(string value, SymbolSpelling spelling)
    {
        int start = 0;
        for (int index = 0; index < value.Length; index++)
        {
            if (char.IsAsciiLetterOrDigit(value[index]))
                continue;
            if (index > start)
                yield return value[start..index];
            start = index + 1;
            bool isSign = start < value.Length && char.IsAsciiDigit(value[start]);
            if (Symbol(value[index], isSign, spelling) is { } symbol)
                yield return symbol;
        }

        if (start < value.Length)
            yield return value[start..];
    }

    private static string? Symbol(char character, bool isSign, SymbolSpelling spelling) => character switch
    {
        '%' => "Percent",
        '+' when spelling == SymbolSpelling.All || (isSign && spelling == SymbolSpelling.Signs) => "Plus",
        '-' when spelling == SymbolSpelling.All || (isSign && spelling == SymbolSpelling.Signs) => "Minus",
        '$' when spelling == SymbolSpelling.All => "Dollar",
        '_' when spelling == SymbolSpelling.All => "Underscore",
        '/' when spelling == SymbolSpelling.All => "Slash",
        _ => null,
    };
}
