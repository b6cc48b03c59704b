using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Samples.Export;

/// <summary>The account that is asked: that of the key in the environment, or an emulated one inside this process.</summary>
internal sealed class SourceAccount : IAsyncDisposable
{
    private readonly KlaviyoEmulator? _emulator;

    private SourceAccount(KlaviyoContext klaviyo, KlaviyoEmulator? emulator)
    {
        Klaviyo = klaviyo;
        _emulator = emulator;
    }

    internal KlaviyoContext Klaviyo { get; }

    internal static async Task<SourceAccount> OpenAsync(bool isEmulated)
    {
        KlaviyoEmulator? emulator = isEmulated
            ? await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 5_000, Events = 20_000 })
            : null;
        string? key = isEmulated ? "pk_emulated" : Environment.GetEnvironmentVariable("KLAVIYO_API_KEY");
        if (string.IsNullOrEmpty(key))
            throw new ExportException(
                "No API key is set. Set KLAVIYO_API_KEY (the scopes profiles:read and events:read are enough), or try it with --emulated.");
        KlaviyoOptions options = new() { ApiKey = key, Prefetch = true };
        if (emulator is not null)
            options.BaseAddress = emulator.BaseAddress;
        else if (Environment.GetEnvironmentVariable("KLAVIYO_BASE_ADDRESS") is { Length: > 0 } address)
            options.BaseAddress = new Uri(address); // an emulator that runs elsewhere
        return new SourceAccount(new KlaviyoContext(options), emulator);
    }

    public async ValueTask DisposeAsync()
    {
        await Klaviyo.DisposeAsync();
        if (_emulator is not null)
            await _emulator.DisposeAsync();
    }
}
