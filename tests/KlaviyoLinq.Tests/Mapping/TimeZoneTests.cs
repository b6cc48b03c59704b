using System.Globalization;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Mapping;

/// <summary>A DateTime of a mapped class is in UTC, wherever the program runs.</summary>
[Collection("alone")]
[Trait("Category", "Culture")]
public sealed class TimeZoneTests
{
    public sealed record Inner(DateTime At, DateTimeOffset Local);

    [KlaviyoResource("meeting", "/api/meetings")]
    public sealed class Meeting
    {
        public string Id { get; init; } = "";

        [Filterable(KlaviyoFilterOperators.Order)]
        public DateTime At { get; init; }

        public DateTime[]? Others { get; init; }

        public Inner? Inner { get; init; }
    }

    [Theory]
    [InlineData("UTC", 0)]
    [InlineData("Asia/Kolkata", 5.5)]
    [InlineData("America/St_Johns", -3.5)]
    public async Task A_DateTime_is_in_UTC_in_every_time_zone(string zone, double hours)
    {
        if (OperatingSystem.IsWindows())
            return; // it has no variable for the time zone of one process
        string? before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            TimeZoneInfo.Local.GetUtcOffset(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)).Should().Be(TimeSpan.FromHours(hours));
            await IsInUtcAsync();
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    private static async Task IsInUtcAsync()
    {
        const string Texts = "\"2026-01-01T12:00:00\"";
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            $$$$"""{"data":[{"type":"meeting","id":"M1","attributes":{"at":"2026-01-01T12:00:00+05:30","others":[{{{{Texts}}}},"2026-01-01"],"inner":{"at":{{{{Texts}}}},"local":{{{{Texts}}}}}}}],"links":{"next":null}}""");
        await using var klaviyo = new KlaviyoContext(Runs.Options(server.Address).Map<Meeting>());

        Meeting meeting = (await klaviyo.Set<Meeting>().ToListAsync()).Single();
        Is(meeting.At, new DateTime(2026, 1, 1, 6, 30, 0));
        Is(meeting.Others![0], new DateTime(2026, 1, 1, 12, 0, 0));
        Is(meeting.Others[1], new DateTime(2026, 1, 1));
        Is(meeting.Inner!.At, new DateTime(2026, 1, 1, 12, 0, 0));
        meeting.Inner.Local.UtcDateTime.Should().Be(new DateTime(2026, 1, 1, 12, 0, 0));
        Is((await klaviyo.Set<Meeting>().Select(m => m.At).ToListAsync()).Single(), new DateTime(2026, 1, 1, 6, 30, 0));

        DateTime written = new(2026, 1, 1, 12, 0, 0);
        DateTime utc = DateTime.SpecifyKind(written, DateTimeKind.Utc);

        // The first two are read, the others follow the plan that is made of the second.
        foreach (DateTime moment in (DateTime[])[written, utc, written, utc, utc.ToLocalTime(), written])
        {
            string filter = Uri.UnescapeDataString(klaviyo.Set<Meeting>().Where(m => m.At > moment).ToRequestUri().Query);
            filter.Should().StartWith("?filter=greater-than(at,");
            DateTimeOffset.Parse(filter["?filter=greater-than(at,".Length..^1], CultureInfo.InvariantCulture).UtcDateTime.Should().Be(utc);
        }
    }

    private static void Is(DateTime read, DateTime expected) => (read.Ticks, read.Kind).Should().Be((expected.Ticks, DateTimeKind.Utc));
}
