using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Values as Klaviyo is seen to send them although its document says otherwise.</summary>
internal static class UndocumentedValue
{
    /// <summary>Values that a later revision may add to any enumeration or union.</summary>
    private const string Unlisted = "not_in_the_document";

    /// <returns>False where the attribute has no odd form; nothing is written then.</returns>
    internal static bool TryWrite(Utf8JsonWriter json, AttributeFacts facts, SeededRandom random)
    {
        switch (facts.Kind)
        {
            case AttributeKind.String when facts.Values.Count > 0:
                json.WriteStringValue(Unlisted);
                return true;
            case AttributeKind.Integer when facts.Values.Count == 0:
                json.WriteStringValue(random.Below(500).ToString(CultureInfo.InvariantCulture));
                return true;
            case AttributeKind.Number:
                json.WriteStringValue((random.Below(20_000) / 100m).ToString(CultureInfo.InvariantCulture));
                return true;
            case AttributeKind.Union when facts.Alternatives[0] is { Discriminator: { } discriminator } alternative
                && alternative.Members.First(member => member.Name == discriminator).Kind == AttributeKind.String:
                json.WriteStartObject();
                json.WriteString(discriminator, Unlisted);
                json.WriteEndObject();
                return true;
            default:
                return false;
        }
    }
}
