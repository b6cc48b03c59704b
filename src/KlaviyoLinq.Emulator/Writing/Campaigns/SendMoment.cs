using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Campaigns;

/// <summary>Moment at which a campaign is sent, by its send strategy.</summary>
/// <param name="At">The moment.</param>
/// <param name="IsLocal">Indicates whether it is a local time of each recipient.</param>
internal readonly record struct SendMoment(DateTimeOffset At, bool IsLocal)
{
    /// <summary>The moment of a strategy: its date; now for one without a date, and for one whose date is over.</summary>
    internal static SendMoment Of(StoredResource campaign, DateTimeOffset now)
    {
        JsonElement strategy = StoredValues.Json(campaign, "send_strategy");
        if (strategy.ValueKind != JsonValueKind.Object)
            return new SendMoment(now, false);
        DateTimeOffset at = Moment(strategy, "datetime") ?? Moment(strategy, "date") ?? now;
        bool isLocal = strategy.TryGetProperty("options", out JsonElement options) && options.ValueKind == JsonValueKind.Object
            && options.TryGetProperty("is_local", out JsonElement local) && local.ValueKind == JsonValueKind.True;
        return new SendMoment(at > now ? at : now, isLocal);
    }

    private static DateTimeOffset? Moment(JsonElement strategy, string member) =>
        strategy.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : null;
}
