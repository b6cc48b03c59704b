using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Data;
using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Conformance.Tests;

/// <summary>An emulated account, a context on it, and the same data as objects.</summary>
public sealed class EmulatedAccount : IAsyncLifetime
{
    private readonly Func<Uri, Task<HttpMessageHandler?>> _between;

    public EmulatedAccount()
        : this(_ => Task.FromResult<HttpMessageHandler?>(null))
    {
    }

    /// <param name="between">Makes what the contexts send with, given the emulator's address; null for what they send with otherwise.</param>
    internal EmulatedAccount(Func<Uri, Task<HttpMessageHandler?>> between) => _between = between;

    public KlaviyoEmulator Emulator { get; private set; } = null!;

    internal Contexts Contexts { get; private set; } = null!;

    internal AccountData Data { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data.Profiles = 240;
            options.Data.Events = 400;
            options.Data.CatalogItems = 60;
            options.Data.CouponCodes = 120;
            options.Data.PerOtherType = 24;
            options.RequestLogCapacity = 1000;
        });
        HttpMessageHandler? handler = await _between(Emulator.BaseAddress);
        Contexts = new Contexts(
            new KlaviyoContext(
                new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = Emulator.BaseAddress, HttpMessageHandler = handler }),
            new KlaviyoClientContext(
                ConformanceTests.Company, new KlaviyoOptions { EnableRateLimiting = false, BaseAddress = Emulator.BaseAddress, HttpMessageHandler = handler }));
        Data = new AccountData(Emulator);
    }

    public async Task DisposeAsync()
    {
        await Contexts.Klaviyo.DisposeAsync();
        await Contexts.Client.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
