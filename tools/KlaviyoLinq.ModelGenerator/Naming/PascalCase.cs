using System.Text;

namespace KlaviyoLinq.ModelGenerator.Naming;

/// <summary>Turns wire names (<c>first_name</c>, <c>catalog-item</c>, <c>definition.type</c>) into C# names.</summary>
internal static class PascalCase
{
    internal static string Of(string wireName)
    {
        var name = new StringBuilder(wireName.Length);
        bool startOfWord = true;
        foreach (char character in wireName)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                startOfWord = true;
                continue;
            }

            name.Append(startOfWord ? char.ToUpperInvariant(character) : character);
            startOfWord = char.IsAsciiDigit(character);
        }

        return name.ToString();
    }
}
