using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Samples.QuickStart;

/// <summary>The account that is queried: the real one when there is a key, otherwise an emulated one inside this process.</summary>
internal sealed class QueriedAccount : IAsyncDisposable
{
    private readonly KlaviyoEmulator? _emulator;

    private QueriedAccount(KlaviyoContext klaviyo, RequestLog log, KlaviyoEmulator? emulator, string description)
    {
        Klaviyo = klaviyo;
        Log = log;
        _emulator = emulator;
        Description = description;
    }

    internal KlaviyoContext Klaviyo { get; }

    internal RequestLog Log { get; }

    internal string Description { get; }

    /// <summary>Indicates whether commands may be shown: they change nothing but this process.</summary>
    internal bool IsEmulated => _emulator is not null;

    internal static async Task<QueriedAccount> OpenAsync(string? apiKey)
    {
        RequestLog log = new();
        if (!string.IsNullOrEmpty(apiKey))
        {
            KlaviyoContext real = new(new KlaviyoOptions { ApiKey = apiKey, HttpMessageHandler = log, ReadOnly = true });
            return new QueriedAccount(real, log, null, "your Klaviyo account (KlaviyoOptions.ReadOnly: every command is refused)");
        }

        KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data.Profiles = 5_000;
            options.Data.Events = 20_000;
        });
        KlaviyoContext emulated = new(new KlaviyoOptions { ApiKey = "pk_quickstart", BaseAddress = emulator.BaseAddress, HttpMessageHandler = log });
        return new QueriedAccount(emulated, log, emulator, $"an emulated account at {emulator.BaseAddress} (set KLAVIYO_API_KEY to query your own)");
    }

    public async ValueTask DisposeAsync()
    {
        await Klaviyo.DisposeAsync();
        if (_emulator is not null)
            await _emulator.DisposeAsync();
    }
}
