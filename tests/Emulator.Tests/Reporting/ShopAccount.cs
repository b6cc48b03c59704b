namespace KlaviyoLinq.Emulator.Tests.Reporting;

/// <summary>A small account with a campaign, a flow and the metrics of messages. Its clock stands at noon of Wednesday, 2026-07-15.</summary>
public abstract class ShopAccount : IAsyncLifetime
{
    internal const string Order = "ORDERS";

    /// <summary>A campaign, its messages by email and SMS, and its tags.</summary>
    private const string Campaign = """
        [
        {"type":"tag","id":"T1","attributes":{"name":"Spring"}},
        {"type":"tag","id":"T2","attributes":{"name":"Sale, \"big\""}},
        {"type":"campaign","id":"C1","attributes":{"name":"Spring sale"},"relationships":{
          "tags":{"data":[{"type":"tag","id":"T1"},{"type":"tag","id":"T2"}]},
          "campaign-messages":{"data":[{"type":"campaign-message","id":"M1"},{"type":"campaign-message","id":"M2"}]}}},
        {"type":"campaign-message","id":"M1","attributes":{"definition":{"channel":"email","label":"Mail"}}},
        {"type":"campaign-message","id":"M2","attributes":{"definition":{"channel":"sms"}}},
        {"type":"campaign","id":"C2","attributes":{"name":"Push"},"relationships":{"campaign-messages":{"data":[{"type":"campaign-message","id":"M3"}]}}},
        {"type":"campaign-message","id":"M3","attributes":{"definition":{"channel":"mobile_push"}}}
        ]
        """;

    private const string Flow = """
        [
        {"type":"flow","id":"F1","attributes":{"name":"Welcome"},"relationships":{"flow-actions":{"data":[{"type":"flow-action","id":"A1"}]}}},
        {"type":"flow-action","id":"A1","attributes":{},"relationships":{"flow-messages":{"data":[{"type":"flow-message","id":"FM1"}]}}},
        {"type":"flow-message","id":"FM1","attributes":{"channel":"email","definition":{"name":"Hello"}}}
        ]
        """;

    private static readonly string[] _metrics =
    [
        "Received Email", "Opened Email", "Clicked Email", "Bounced Email", "Dropped Email", "Marked Email as Spam", "Unsubscribed from Email Marketing",
        "Received SMS", "Viewed Form", "Submitted Form", "Closed Form",
    ];

    private readonly EventAccount _account = new();

    internal KlaviyoEmulator Emulator => _account.Emulator;

    internal EmulatorClient Client => _account.Client;

    public async Task InitializeAsync()
    {
        await _account.StartAsync(options => options.TimeProvider = new FixedClock("2026-07-15T12:00:00Z"));
        Emulator.Seed(Campaign);
        Emulator.Seed(Flow);
        _account.AddMetric(Order, "Placed Order");
        foreach (string metric in _metrics)
            _account.AddMetric(metric, metric);
    }

    public Task DisposeAsync() => _account.DisposeAsync();

    /// <summary>Adds an event of a message. The ids of the metrics are their names.</summary>
    internal void Happens(string metric, string time, string profile, string message, params (string, object?)[] properties) =>
        _account.Add(metric, time, profile, [("$message", message), .. properties]);

    /// <summary>Adds an event without a message.</summary>
    internal void Happens(string metric, string time, string profile, params (string, object?)[] properties) => _account.Add(metric, time, profile, properties);
}
