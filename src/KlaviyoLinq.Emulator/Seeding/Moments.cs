using System.Globalization;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>The instants of the account. Its present is fixed, so that the same seed gives the same data next year.</summary>
internal static class Moments
{
    /// <summary>The account's present: 2026-07-01T00:00:00Z.</summary>
    internal static readonly long Present = new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>Creation date of the account: 2023-07-01T00:00:00Z.</summary>
    internal static readonly long Opening = new DateTime(2023, 7, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>A whole second between two instants.</summary>
    internal static long Between(SeededRandom random, long from, long to) =>
        from + random.Below((to - from) / TimeSpan.TicksPerSecond) * TimeSpan.TicksPerSecond;

    /// <summary>Writes an instant in one of the precisions that are seen live: seconds mostly, sometimes micro- or milliseconds, rarely with Z.</summary>
    internal static void Write(Utf8JsonWriter json, SeededRandom random, long ticks)
    {
        int style = random.Below(20);
        if (style == 0)
            ticks += 10 * random.Below(1_000_000L);
        else if (style == 1)
            ticks += TimeSpan.TicksPerMillisecond * random.Below(1000L);
        Write(json, ticks, style switch
        {
            0 or 1 => "yyyy-MM-ddTHH:mm:ss.ffffff+00:00",
            2 => "yyyy-MM-ddTHH:mm:ssZ",
            _ => "yyyy-MM-ddTHH:mm:ss+00:00",
        });
    }

    /// <summary>Writes an instant to the second.</summary>
    internal static void Write(Utf8JsonWriter json, long ticks) => Write(json, ticks, "yyyy-MM-ddTHH:mm:ss+00:00");

    private static void Write(Utf8JsonWriter json, long ticks, string format)
    {
        Span<byte> text = stackalloc byte[40];
        new DateTime(ticks, DateTimeKind.Utc).TryFormat(text, out int length, format, CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }
}
