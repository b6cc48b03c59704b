using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>An emulated account of its own, which commands change, and what is sent to it.</summary>
internal sealed class WriteWorld : IAsyncDisposable
{
    private WriteWorld(KlaviyoEmulator emulator, SentRequests sent, Action<KlaviyoOptions>? configure)
    {
        (Emulator, Sent) = (emulator, sent);
        Klaviyo = new KlaviyoContext(Options(configure, options => options.ApiKey = "pk_tests"));
        Client = new KlaviyoClientContext(ConformanceTests.Company, Options(configure, _ => { }));
    }

    internal KlaviyoEmulator Emulator { get; }

    internal SentRequests Sent { get; }

    internal KlaviyoContext Klaviyo { get; }

    internal KlaviyoClientContext Client { get; }

    internal static async Task<WriteWorld> StartAsync(Action<KlaviyoOptions>? configure = null)
    {
        KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data.Profiles = 6;
            options.Data.Events = 6;
            options.Data.CatalogItems = 4;
            options.Data.CouponCodes = 4;
            options.Data.PerOtherType = 4;
        });

        // Klaviyo deletes neither a template that a message has nor a code that a profile has.
        emulator.Add("""{"type":"template","id":"Unused","attributes":{"name":"Unused","editor_type":"CODE"}}""");
        emulator.Add("""{"type":"coupon-code","id":"Unused","attributes":{"unique_code":"UNUSED","status":"UNASSIGNED"}}""");
        return new WriteWorld(emulator, new SentRequests(), configure);
    }

    /// <summary>Returns the id of a resource of the account.</summary>
    internal string Id(string type, int place = 0) => Emulator.Resources(type)[place].GetProperty("id").GetString()!;

    public async ValueTask DisposeAsync()
    {
        Klaviyo.Dispose();
        Client.Dispose();
        await Emulator.DisposeAsync();
        Sent.Dispose();
    }

    private KlaviyoOptions Options(Action<KlaviyoOptions>? configure, Action<KlaviyoOptions> key)
    {
        var options = new KlaviyoOptions { BaseAddress = Emulator.BaseAddress, HttpMessageHandler = Sent, EnableRateLimiting = false };
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        key(options);
        configure?.Invoke(options);
        return options;
    }
}
