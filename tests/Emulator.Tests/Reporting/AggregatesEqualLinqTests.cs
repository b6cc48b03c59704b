using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace KlaviyoLinq.Emulator.Tests.Reporting;

/// <summary>Aggregates are those that LINQ to Objects computes from the account's events, in every zone and interval.</summary>
[Trait("Category", "Culture")]
public sealed class AggregatesEqualLinqTests(EventAccount account) : IClassFixture<EventAccount>
{
    private static readonly DateTimeOffset _start = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan _length = TimeSpan.FromDays(300);

    private static readonly string[] _dimensions = ["Campaign Name", "$flow", "Bot Click", "Email Domain"];

    /// <summary>Zones whose clocks change at night, at midnight, by half an hour, in the other half of the year, and never.</summary>
    private static readonly Gen<string> _zones = Gen.OneOf(
        "UTC", "America/New_York", "Europe/Copenhagen", "Africa/Cairo", "America/Havana", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo");

    private static readonly Gen<(string Interval, int Seconds)> _lengths = Gen.OneOf(
        Gen.Select(Gen.Const("hour"), Gen.Int[1, 20 * 86_400]),
        Gen.Select(Gen.OneOf("day", "week", "month"), Gen.Int[1, 300 * 86_400]));

    private static readonly Gen<(string Zone, (string Interval, int Seconds) Length, int Start, string[] By, int Condition)> _queries =
        Gen.Select(_zones, _lengths, Gen.Int[-86_400, (int)_length.TotalSeconds], Gen.Shuffle(_dimensions, 0, 3), Gen.Int[0, 3]);

    [Fact]
    public async Task Every_cell_is_the_group_of_the_events_themselves()
    {
        Fill();
        List<AccountEvent> events = AccountEvent.All(account.Emulator);

        await _queries.SampleAsync(
            async query =>
            {
                DateTimeOffset from = _start.AddSeconds(query.Start);
                await Compare(
                    events, query.Zone, query.Length.Interval, from, from.AddSeconds(query.Length.Seconds), query.By, query.Condition);
            },
            iter: 120, threads: 1);
    }

    private async Task Compare(
        List<AccountEvent> events, string zoneName, string interval, DateTimeOffset from, DateTimeOffset to, string[] by, int condition)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        (string? filter, Func<AccountEvent, bool> wants) = Condition(condition);
        JsonElement attributes = await Report.Attributes(account.Client, "metric-aggregate", new
        {
            metric_id = EventAccount.Metric,
            measurements = new[] { "count", "sum_value", "unique" },
            interval,
            timezone = zoneName,
            by,
            filter = new[] { $"greater-or-equal(datetime,{Text(from)})", $"less-than(datetime,{Text(to)})", filter }.OfType<string>(),
        });

        DateTimeOffset[] dates = [.. attributes.GetProperty("dates").EnumerateArray().Select(date => date.GetDateTimeOffset())];
        List<string> labels = Labels(zone, interval, from, to);
        dates.Select(date => Label(zone, interval, date)).Should().Equal(labels);
        dates.Should().OnlyContain(date => Label(zone, interval, date) != Label(zone, interval, date.AddTicks(-1)), "each date is the start of its bucket");
        IEnumerable<string> expected = events
            .Where(e => e.MetricId == EventAccount.Metric && e.Time >= from && e.Time < to && wants(e))
            .GroupBy(e => (Dimensions: string.Join('|', by.Select(e.Text)), Bucket: Label(zone, interval, e.Time)))
            .Select(g => Cell(
                g.Key.Dimensions, g.Key.Bucket, g.Count(), g.Sum(e => e.Value), g.Select(e => e.ProfileId).OfType<string>().Distinct().Count()));
        Cells(attributes, labels).Order(StringComparer.Ordinal).Should().Equal(
            expected.Order(StringComparer.Ordinal), "{0} {1} {2:O} {3:O} by {4}", zoneName, interval, from, to, string.Join(',', by));
    }

    /// <summary>The cells in which something happened; the others are zeros, and every row has one for each bucket.</summary>
    private static IEnumerable<string> Cells(JsonElement attributes, List<string> labels)
    {
        foreach (JsonElement row in attributes.GetProperty("data").EnumerateArray())
        {
            string dimensions = string.Join('|', row.GetProperty("dimensions").EnumerateArray().Select(text => text.GetString()));
            decimal[][] measurements = [.. new[] { "count", "sum_value", "unique" }.Select(name =>
                row.GetProperty("measurements").GetProperty(name).EnumerateArray().Select(value => value.GetDecimal()).ToArray())];
            measurements.Should().OnlyContain(values => values.Length == labels.Count);
            for (int i = 0; i < labels.Count; i++)
                if (measurements.Any(values => values[i] != 0))
                    yield return Cell(dimensions, labels[i], measurements[0][i], measurements[1][i], measurements[2][i]);
        }
    }

    private static string Cell(string dimensions, string bucket, decimal count, decimal sum, decimal unique) =>
        string.Create(CultureInfo.InvariantCulture, $"{dimensions} @ {bucket}: {count:0} {sum:0.00} {unique:0}");

    /// <summary>The buckets that the range touches, found by walking through it.</summary>
    private static List<string> Labels(TimeZoneInfo zone, string interval, DateTimeOffset from, DateTimeOffset to)
    {
        TimeSpan step = interval == "hour" ? TimeSpan.FromMinutes(15) : TimeSpan.FromHours(6);
        List<string> labels = [];
        for (DateTimeOffset at = from; at < to; at += step)
            labels.Add(Label(zone, interval, at));
        labels.Add(Label(zone, interval, to.AddTicks(-1)));
        return [.. labels.Distinct()];
    }

    /// <summary>The name of the bucket of an instant: its wall clock, cut off. An hour that the clocks repeat is distinguished by its offset.</summary>
    private static string Label(TimeZoneInfo zone, string interval, DateTimeOffset instant)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(instant, zone);
        return interval switch
        {
            "hour" => local.ToString("yyyy-MM-dd HH zzz", CultureInfo.InvariantCulture),
            "day" => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "month" => local.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => "week " + ISOWeek.GetYear(local.DateTime) + "-" + ISOWeek.GetWeekOfYear(local.DateTime),
        };
    }

    private static (string? Filter, Func<AccountEvent, bool> Wants) Condition(int number) => number switch
    {
        1 => ("""equals(Campaign Name,"Ben's \"best\", really")""", e => e.Text("Campaign Name") == "Ben's \"best\", really"),
        2 => ("""any($flow,["FLOW1",""])""", e => e.Text("$flow") is "FLOW1" or ""),
        3 => ("""equals(Bot Click,true),equals(Email Domain,"example.com")""", e => e.Text("Bot Click") == "true" && e.Text("Email Domain") == "example.com"),
        _ => (null, _ => true),
    };

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    private void Fill()
    {
        account.AddMetric("OTHER", "Viewed Product");
        Random random = new(7);
        for (int i = 0; i < 900; i++)
        {
            DateTimeOffset time = _start.AddMilliseconds(random.NextInt64((long)_length.TotalMilliseconds));
            account.Add(
                random.Next(8) == 0 ? "OTHER" : EventAccount.Metric,
                time.ToString(random.Next(2) == 0 ? "yyyy-MM-ddTHH:mm:ss+00:00" : "yyyy-MM-ddTHH:mm:ss.ffffff+00:00", CultureInfo.InvariantCulture),
                random.Next(9) == 0 ? null : $"P{random.Next(60)}",
                [.. Properties(random)]);
        }
    }

    private static IEnumerable<(string, object?)> Properties(Random random)
    {
        if (random.Next(3) > 0)
            yield return ("$value", random.Next(100_000) / 100m);
        if (random.Next(3) > 0)
            yield return ("Campaign Name", random.Next(3) switch { 0 => "Spring", 1 => "Ben's \"best\", really", _ => null });
        if (random.Next(2) > 0)
            yield return ("$flow", random.Next(2) == 0 ? "FLOW1" : "FLOW2");
        if (random.Next(2) > 0)
            yield return ("Bot Click", random.Next(2) == 0);
        yield return ("Email Domain", random.Next(2) == 0 ? "example.com" : "example.org");
    }
}
