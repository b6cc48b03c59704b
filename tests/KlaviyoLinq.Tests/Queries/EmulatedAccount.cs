using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Tests.Queries;

/// <summary>An emulated account, a context on it, and the same data as objects.</summary>
public sealed class EmulatedAccount : IAsyncLifetime
{
    public KlaviyoEmulator Emulator { get; private set; } = null!;

    public KlaviyoContext Klaviyo { get; private set; } = null!;

    public AccountData Data { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Emulator = await KlaviyoEmulator.StartAsync();
        Klaviyo = new KlaviyoContext(new KlaviyoOptions { ApiKey = "pk_tests", BaseAddress = Emulator.BaseAddress });
        Data = new AccountData(Emulator);
    }

    public async Task DisposeAsync()
    {
        await Klaviyo.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
