using System.Globalization;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Reporting;

/// <summary>An event of the account, as LINQ to Objects sees it.</summary>
internal sealed record AccountEvent(string MetricId, string? ProfileId, DateTimeOffset Time, JsonElement Properties)
{
    internal decimal Value => Properties.TryGetProperty("$value", out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : 0;

    /// <summary>The text of a property; empty for an event without it.</summary>
    internal string Text(string property) => !Properties.TryGetProperty(property, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? ""
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.GetRawText();

    internal static List<AccountEvent> All(KlaviyoEmulator emulator) => [.. emulator.Resources("event").Select(Of)];

    private static AccountEvent Of(JsonElement resource)
    {
        JsonElement attributes = resource.GetProperty("attributes");
        JsonElement relationships = resource.GetProperty("relationships");
        JsonElement profile = relationships.GetProperty("profile").GetProperty("data");
        return new AccountEvent(
            relationships.GetProperty("metric").GetProperty("data").GetProperty("id").GetString()!,
            profile.ValueKind == JsonValueKind.Null ? null : profile.GetProperty("id").GetString(),
            DateTimeOffset.Parse(attributes.GetProperty("datetime").GetString()!, CultureInfo.InvariantCulture),
            attributes.GetProperty("event_properties"));
    }
}
