using System.Globalization;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Makes ids that look like Klaviyo's: ULIDs, six letters, UUIDs, numbers.</summary>
internal static class Identities
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>A ULID, which sorts by its instant.</summary>
    internal static string Ulid(SeededRandom random, long ticks) => string.Create(26, (random, ticks), static (text, state) =>
    {
        long milliseconds = (state.ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        for (int i = 9; i >= 0; i--, milliseconds >>= 5)
            text[i] = Crockford[(int)(milliseconds & 31)];
        ulong random = 0;
        for (int i = 10; i < 26; i++, random >>= 5)
        {
            if ((i - 10) % 12 == 0)
                random = state.random.Next();
            text[i] = Crockford[(int)(random & 31)];
        }
    });

    /// <summary>The mapped metrics are the same in every account: an id names what is mapped.</summary>
    private static readonly string[] _mappedMetrics =
        ["added_to_cart", "cancelled_sales", "ordered_product", "refunded_sales", "revenue", "started_checkout", "viewed_product"];

    /// <summary>Letters and digits of both cases, as lists (6) and events (11) have them.</summary>
    internal static string Letters(SeededRandom random, int length) => string.Create(length, random, static (text, random) =>
    {
        ulong bits = random.Next();
        for (int i = 0; i < text.Length; i++, bits /= 62)
            text[i] = Base62[(int)(bits % 62)];
    });

    /// <summary>Digits that do not begin with a zero.</summary>
    internal static string Number(SeededRandom random, int length) => string.Create(length, random, static (text, random) =>
    {
        for (int i = 0; i < text.Length; i++)
            text[i] = (char)('0' + (i == 0 ? 1 + random.Below(9) : random.Below(10)));
    });

    internal static string Uuid(SeededRandom random)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, random.Next());
        BitConverter.TryWriteBytes(bytes[8..], random.Next());
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x40);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>An id in the manner of the type.</summary>
    internal static string Of(string type, SeededRandom random, int ordinal) => type switch
    {
        "tag" or "tag-group" or "source-mapping" or "object-schema" => Uuid(random),
        "campaign" or "campaign-message" or "push-token" or "object-record" or "object-ingestion-log" or "conversation" or "template-universal-content"
            => Ulid(random, Moments.Opening + (Moments.Present - Moments.Opening) / 1000 * Math.Min(ordinal, 999)),
        "flow-action" or "flow-message" or "image" or "form-version" or "review" or "geofence" =>
            (40_000_000 + ordinal * 17).ToString(CultureInfo.InvariantCulture),
        "ip-allowlist" => "integration-egress",
        "mapped-metric" => _mappedMetrics[ordinal],
        "object-type" => (1000 + ordinal).ToString(CultureInfo.InvariantCulture),
        _ when type.EndsWith("-job", StringComparison.Ordinal) => Uuid(random).Replace("-", ""),
        _ => Letters(random, 6),
    };
}
