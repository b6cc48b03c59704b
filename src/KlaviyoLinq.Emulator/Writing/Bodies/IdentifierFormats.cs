using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Writing.Bodies;

/// <summary>Checks the form of the identifiers of a profile. The sentence about an email address is quoted from the live API.</summary>
internal static class IdentifierFormats
{
    private const int LeastDigits = 7;
    private const int MostDigits = 15;

    /// <param name="profile">The profile of a body.</param>
    /// <param name="pointer">The pointer to its attributes: <c>/data/attributes</c>.</param>
    internal static ApiError? Check(BodyResource profile, string pointer) =>
        profile.Text("email") is { } email && !IsEmail(email) ? BodyFault.At(pointer + "/email", "Invalid email address")
        : profile.Text("phone_number") is { } phone && !IsPhone(phone)
            ? BodyFault.At(pointer + "/phone_number", "Not a phone number in the format E.164: '+12345678901'.")
        : null;

    private static bool IsEmail(string text)
    {
        int at = text.IndexOf('@');
        int dot = text.LastIndexOf('.');
        return at > 0 && at == text.LastIndexOf('@') && dot > at + 1 && dot < text.Length - 1 && !text.Any(char.IsWhiteSpace);
    }

    private static bool IsPhone(string text) =>
        text.Length is >= 1 + LeastDigits and <= 1 + MostDigits && text[0] == '+' && text[1] != '0' && text.Skip(1).All(char.IsAsciiDigit);
}
