using System.Text.Json;
using KlaviyoLinq.Emulator.Reporting.Calendars;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Reporting.Periods;

/// <summary>Time zone of an account, in which the days of reports begin and end.</summary>
internal static class CompanyZone
{
    /// <summary>The zone that the account's resource names; UTC where there is none.</summary>
    internal static TimeZoneInfo Of(ResourceStore store)
    {
        if (store.FindLayout("account")?.Find("timezone") is not { } member || store.All("account") is not [{ } account, ..])
            return TimeZoneInfo.Utc;
        ReadOnlySpan<byte> text = account.Value(member);
        return text.Length > 2 && JsonElement.Parse(text) is { ValueKind: JsonValueKind.String } name
            ? TimeZones.Find(name.GetString()!) ?? TimeZoneInfo.Utc
            : TimeZoneInfo.Utc;
    }
}
