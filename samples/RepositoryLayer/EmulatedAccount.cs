using KlaviyoLinq.Emulator;

namespace Shop;

/// <summary>Stands in for Klaviyo on a developer's machine that has no key.</summary>
internal sealed class EmulatedAccount : IAsyncDisposable
{
    private KlaviyoEmulator? _emulator;

    internal static async Task<EmulatedAccount> WhereNoKeyAsync(WebApplicationBuilder builder)
    {
        EmulatedAccount account = new();
        if (!builder.Environment.IsDevelopment() || !string.IsNullOrEmpty(builder.Configuration["Klaviyo:ApiKey"]))
            return account;

        account._emulator = await KlaviyoEmulator.StartAsync();
        builder.Configuration["Klaviyo:ApiKey"] = "pk_emulated";
        builder.Configuration["Klaviyo:BaseAddress"] = account._emulator.BaseAddress.AbsoluteUri;
        return account;
    }

    public async ValueTask DisposeAsync()
    {
        if (_emulator is not null)
            await _emulator.DisposeAsync();
    }
}
