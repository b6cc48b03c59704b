using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace KlaviyoLinq.Emulator.Tests.Reporting;

/// <summary>Reports on a seeded account are those that LINQ to Objects computes from its events.</summary>
public sealed class SeededReportTests : IAsyncLifetime
{
    private static readonly Gen<(DateOnly First, int Days)> _periods =
        Gen.Select(Gen.Int[0, 200].Select(day => new DateOnly(2025, 12, 20).AddDays(day)), Gen.Int[0, 60]);

    private readonly Dictionary<string, string> _names = [];

    private KlaviyoEmulator _emulator = null!;
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 300, Events = 4000 });
        _client = new EmulatorClient(_emulator);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Deliveries_opens_and_conversions_of_campaigns_are_those_of_the_events()
    {
        List<AccountEvent> events = AccountEvent.All(_emulator);
        Dictionary<string, string> owners = _emulator.Resources("campaign-message").ToDictionary(Id, message => Related(message, "campaign")!);
        Dictionary<string, string> messages = Messages(owners.Keys.Concat(_emulator.Resources("flow-message").Select(Id)).ToHashSet());
        TimeZoneInfo zone = Zone();
        int rows = 0;

        await _periods.SampleAsync(
            async period =>
            {
                (DateOnly last, List<JsonElement> found) = await Query(period.First, period.Days);
                ILookup<string, (AccountEvent Event, string Metric)> expected = _emulator.Resources("event").Zip(events)
                    .Where(pair => messages.TryGetValue(Id(pair.First), out string? message) && owners.ContainsKey(message))
                    .Where(pair => DayOf(pair.Second.Time, zone) is var day && day >= period.First && day <= last)
                    .Where(pair => NameOf(pair.Second) is "Received Email" or "Received SMS" or "Opened Email" or "Clicked Email" or "Placed Order")
                    .ToLookup(pair => messages[Id(pair.First)], pair => (pair.Second, NameOf(pair.Second)));
                found.Select(Line).Should().BeEquivalentTo(expected.Select(group => Line(owners[group.Key], group.Key, [.. group])));
                rows += found.Count;
            },
            iter: 25, threads: 1);

        rows.Should().BePositive();
    }

    [Fact]
    public async Task Rates_are_the_ratios_of_their_counts_and_a_series_sums_to_its_values()
    {
        string[] counts = ["recipients", "delivered", "opens", "clicks", "conversions", "conversion_value", "bounced", "unsubscribes"];
        string[] statistics = Report.Statistics("flow-series-report");
        var timeframe = new { start = "2026-05-10T00:00:00Z", end = "2026-06-30T00:00:00Z" };
        string metric = MetricOf("Placed Order");

        JsonElement series = await Report.Attributes(
            _client, "flow-series-report", new { statistics, timeframe, interval = "weekly", conversion_metric_id = metric });
        List<JsonElement> values = await Report.Rows(_client, "flow-values-report", new { statistics, timeframe, conversion_metric_id = metric });
        List<JsonElement> rows = [.. series.GetProperty("results").EnumerateArray()];

        rows.Should().NotBeEmpty();
        rows.Select(row => row.GetProperty("groupings").GetRawText()).Should().Equal(values.Select(row => row.GetProperty("groupings").GetRawText()));
        foreach ((JsonElement row, JsonElement value) in rows.Zip(values))
        {
            foreach (string count in counts)
                row.Values(count).Sum().Should().Be(value.Value(count), count);
            value.Value("open_rate").Should().Be(Ratio(value.Value("opens_unique"), value.Value("delivered")));
            value.Value("click_rate").Should().Be(Ratio(value.Value("clicks_unique"), value.Value("delivered")));
            value.Value("click_to_open_rate").Should().Be(Ratio(value.Value("clicks_unique"), value.Value("opens_unique")));
            value.Value("conversion_rate").Should().Be(Ratio(value.Value("conversion_uniques"), value.Value("delivered")));
            value.Value("average_order_value").Should().Be(Ratio(value.Value("conversion_value"), value.Value("conversions")));
            row.Values("open_rate").Should().Equal(row.Values("opens_unique").Zip(row.Values("delivered"), Ratio));
        }

        values.Should().Contain(value => value.Value("delivered") > 0).And.Contain(value => value.Value("opens") > 0)
            .And.Contain(value => value.Value("conversions") > 0);

        static decimal Ratio(decimal part, decimal whole) => whole == 0 ? 0 : part / whole;
    }

    private async Task<(DateOnly Last, List<JsonElement> Rows)> Query(DateOnly first, int days)
    {
        DateOnly last = first.AddDays(days);
        return (last, await Report.Rows(_client, "campaign-values-report", new
        {
            statistics = new[] { "delivered", "opens", "opens_unique", "clicks", "conversions", "conversion_uniques", "conversion_value" },
            timeframe = new { start = $"{first:yyyy-MM-dd}T17:00:00+05:00", end = $"{last:yyyy-MM-dd}T03:00:00-02:00" },
            conversion_metric_id = MetricOf("Placed Order"),
        }));
    }

    private static string Line(JsonElement row) => row.GetProperty("statistics").EnumerateObject().Aggregate(
        $"{row.Grouping("campaign_id")} {row.Grouping("campaign_message_id")}",
        (line, member) => line + string.Create(CultureInfo.InvariantCulture, $" {member.Value.GetDecimal():0.00}"));

    private static string Line(string campaign, string message, (AccountEvent Event, string Metric)[] events)
    {
        decimal[] values =
        [
            Of("Received").Count(), Of("Opened").Count(), Unique("Opened"), Of("Clicked").Count(), Of("Placed").Count(), Unique("Placed"),
            Of("Placed").Sum(e => e.Value),
        ];
        return values.Aggregate($"{campaign} {message}", (line, value) => line + string.Create(CultureInfo.InvariantCulture, $" {value:0.00}"));

        IEnumerable<AccountEvent> Of(string metric) =>
            events.Where(pair => pair.Metric.StartsWith(metric, StringComparison.Ordinal)).Select(pair => pair.Event);

        int Unique(string metric) => Of(metric).Select(e => e.ProfileId).OfType<string>().Distinct().Count();
    }

    private Dictionary<string, string> Messages(HashSet<string> known)
    {
        Dictionary<string, JsonElement> attributions = _emulator.Resources("attribution").ToDictionary(Id);
        Dictionary<string, string> messages = [];
        foreach (JsonElement resource in _emulator.Resources("event"))
        {
            JsonElement properties = resource.GetProperty("attributes").GetProperty("event_properties");
            string? attributed = properties.TryGetProperty("$attributed_message", out JsonElement property)
                ? property.GetString()
                : null;
            IEnumerable<string> related = resource.GetProperty("relationships").GetProperty("attributions").GetProperty("data").EnumerateArray()
                .Select(identifier => attributions[identifier.GetProperty("id").GetString()!])
                .SelectMany(attribution => new[] { Related(attribution, "campaign-message"), Related(attribution, "flow-message") })
                .OfType<string>();
            if (new[] { attributed }.OfType<string>().Concat(related).FirstOrDefault(id => known.Contains(id) && HasOwner(id)) is { } message)
                messages.Add(Id(resource), message);
        }
        return messages;
    }

    /// <summary>A message of a flow counts only where an action and a flow lead to it.</summary>
    private bool HasOwner(string message)
    {
        if (_emulator.Resources("flow-message").FirstOrDefault(resource => Id(resource) == message) is not { ValueKind: JsonValueKind.Object } ofFlow)
            return true;
        return Related(ofFlow, "flow-action") is { } action
            && Related(_emulator.Resources("flow-action").First(resource => Id(resource) == action), "flow") is not null;
    }

    private TimeZoneInfo Zone() =>
        TimeZoneInfo.FindSystemTimeZoneById(_emulator.Resources("account")[0].GetProperty("attributes").GetProperty("timezone").GetString()!);

    private string NameOf(AccountEvent e) => _names.TryGetValue(e.MetricId, out string? name)
        ? name
        : _names[e.MetricId] = Name(_emulator.Resources("metric").First(metric => Id(metric) == e.MetricId));

    private string MetricOf(string name) =>
        Id(_emulator.Resources("metric").First(metric => Name(metric) == name));

    private static string Name(JsonElement metric) => metric.GetProperty("attributes").GetProperty("name").GetString()!;

    private static DateOnly DayOf(DateTimeOffset time, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);

    private static string Id(JsonElement resource) => resource.GetProperty("id").GetString()!;

    private static string? Related(JsonElement resource, string relationship) =>
        resource.GetProperty("relationships").GetProperty(relationship).GetProperty("data") is { ValueKind: JsonValueKind.Object } data
            ? data.GetProperty("id").GetString()
            : null;
}
