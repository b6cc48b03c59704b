using System.Text;

namespace KlaviyoLinq.Forms;

/// <summary>Writes wire names as the members of the model: <c>first_name</c> → <c>FirstName</c>.</summary>
internal static class MemberNaming
{
    internal static string Pascal(string wireName)
    {
        StringBuilder name = new(wireName.Length);
        bool startsWord = true;
        foreach (char character in wireName)
        {
            bool isDigit = character is >= '0' and <= '9';
            if (isDigit || character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
                name.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = isDigit || name.Length == 0 || !char.IsLetterOrDigit(character);
        }

        return name.ToString();
    }
}
