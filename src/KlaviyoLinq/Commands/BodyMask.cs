using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Commands;

/// <summary>
/// Replaces values in texts of answers with <c>…</c>, because errors repeat what was sent: the values of the body, whatever their case, and everything
/// that looks like an e-mail address or a phone number, which Klaviyo can write in another form than it was sent.
/// </summary>
internal static partial class BodyMask
{
    private const string Masked = "…";

    // The form of a document, not a value: the type and the id of a resource object.
    private static readonly string[] _form = ["type", "id"];

    // Members with keys of the customer's own, in which no object is a resource.
    private static readonly string[] _free = ["properties", "record", "context", "patch_properties"];

    /// <summary>Returns a text without the values of a command.</summary>
    internal static string? Apply(string? text, JudgedCommand command)
    {
        if (string.IsNullOrEmpty(text))
            return text;
        text = Phone().Replace(Email().Replace(text, Masked), Masked);

        // The longest first, so that no part of a value is left.
        foreach (string value in Values(command).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(value => value.Length))
            text = Replace(text, value);
        return text;
    }

    private static string Replace(string text, string value)
    {
        var masked = new StringBuilder();
        int from = 0;
        for (int at = 0; (at = text.IndexOf(value, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            int end = at + value.Length;

            // A short value is a part of many words.
            bool isWhole = (at == 0 || !IsWord(text[at - 1]) || !IsWord(value[0])) && (end == text.Length || !IsWord(text[end]) || !IsWord(value[^1]));
            if (isWhole)
            {
                masked.Append(text, from, at - from).Append(Masked);
                from = end;
            }

            at = isWhole ? end : at + 1;
        }

        return masked.Append(text, from, text.Length - from).ToString();
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c);

    private static IEnumerable<string> Values(JudgedCommand command) =>
        (command.Document is { } document ? Values(JsonElement.Parse(document), isResource: false, isFree: false) : [])
        .Concat(command.Draft.Fields?.Members.Select(member => member.Value).OfType<BodyText>().Select(text => text.Value) ?? [])
        .Where(value => value.Length > 0);

    private static IEnumerable<string> Values(JsonElement value, bool isResource, bool isFree) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject()
            .Where(member => !isResource || !_form.Contains(member.Name))
            .SelectMany(member => Values(member.Value, !isFree && member.Name == "data", isFree || _free.Contains(member.Name))),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Values(item, isResource, isFree)),
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText(), value.GetDouble().ToString(CultureInfo.InvariantCulture)],
        _ => [],
    };

    [GeneratedRegex("""[^\s"'<>(),;:]+@[^\s"'<>(),;:]+""", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex("""\+\d[\d ().-]{5,}\d""", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
