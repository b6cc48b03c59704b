using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KlaviyoLinq.Emulator.Tests.Reporting;

/// <summary>An account that a test fills with events.</summary>
public sealed class EventAccount : IAsyncLifetime
{
    internal const string Metric = "METRIC";

    private int _added;

    internal KlaviyoEmulator Emulator { get; private set; } = null!;

    internal EmulatorClient Client { get; private set; } = null!;

    public Task InitializeAsync() => StartAsync(_ => { });

    internal async Task StartAsync(Action<KlaviyoEmulatorOptions> configure)
    {
        Emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data = DataSize.Empty;
            configure(options);
        });
        Client = new EmulatorClient(Emulator);
        AddMetric(Metric, "Placed Order");
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }

    internal void AddMetric(string id, string name) => Emulator.Add($$$"""{"type":"metric","id":"{{{id}}}","attributes":{"name":"{{{name}}}"}}""");

    /// <summary>Adds an event.</summary>
    internal void Add(string metric, string time, string? profile = null, params (string Name, object? Value)[] properties)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"E{_added++:0000}");
        JsonObject map = [];
        foreach ((string name, object? value) in properties)
            map[name] = JsonSerializer.SerializeToNode(value);
        JsonObject relationships = new() { ["metric"] = Identifier("metric", metric) };
        if (profile is not null)
            relationships["profile"] = Identifier("profile", profile);
        Emulator.Add(new JsonObject
        {
            ["type"] = "event",
            ["id"] = id,
            ["attributes"] = new JsonObject { ["datetime"] = time, ["event_properties"] = map },
            ["relationships"] = relationships,
        }.ToJsonString());
    }

    private static JsonObject Identifier(string type, string id) => new() { ["data"] = new JsonObject { ["type"] = type, ["id"] = id } };
}
