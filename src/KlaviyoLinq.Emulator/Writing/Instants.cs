using System.Globalization;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Writing;

/// <summary>Reads instants, and writes them as Klaviyo does: to the second, with an offset.</summary>
internal static class Instants
{
    /// <summary>Reads an instant of a body. One without an offset is UTC.</summary>
    internal static bool TryGetMoment(this JsonElement value, out DateTimeOffset moment)
    {
        moment = default;
        return value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
    }

    internal static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss+00:00", CultureInfo.InvariantCulture);
}
