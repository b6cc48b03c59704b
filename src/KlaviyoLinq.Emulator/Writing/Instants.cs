using System.Globalization;

namespace KlaviyoLinq.Emulator.Writing;

/// <summary>Writes instants as Klaviyo does: to the second, with an offset.</summary>
internal static class Instants
{
    internal static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss+00:00", CultureInfo.InvariantCulture);
}
