using KlaviyoLinq.Emulator;
using KlaviyoLinq.Tests.Security;

namespace KlaviyoLinq.Tests.Queries;

/// <summary>An emulated account, a context on it with a key and one without, and the same data as objects.</summary>
public sealed class EmulatedAccount : IAsyncLifetime
{
    public KlaviyoEmulator Emulator { get; private set; } = null!;

    public KlaviyoContext Klaviyo { get; private set; } = null!;

    public KlaviyoClientContext Client { get; private set; } = null!;

    public AccountData Data { get; private set; } = null!;

    public Task InitializeAsync() => StartAsync(_ => { });

    internal async Task StartAsync(Action<KlaviyoEmulatorOptions> configure)
    {
        Emulator = await KlaviyoEmulator.StartAsync(configure);
        Klaviyo = new KlaviyoContext(
            new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = Emulator.BaseAddress, LoggerFactory = KeyWatch.Loggers });
        Client = new KlaviyoClientContext(
            "EMUL8R", new KlaviyoOptions { EnableRateLimiting = false, BaseAddress = Emulator.BaseAddress, LoggerFactory = KeyWatch.Loggers });
        Data = new AccountData(Emulator);
    }

    public async Task DisposeAsync()
    {
        await Klaviyo.DisposeAsync();
        await Client.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
