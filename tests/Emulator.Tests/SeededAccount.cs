namespace KlaviyoLinq.Emulator.Tests;

/// <summary>One seeded emulator for all tests of a class that only read.</summary>
public sealed class SeededAccount : IAsyncLifetime
{
    internal KlaviyoEmulator Emulator { get; private set; } = null!;

    internal EmulatorClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Emulator = await KlaviyoEmulator.StartAsync(new KlaviyoEmulatorOptions { Data = new DataSize { Profiles = 400, Events = 1500 } });
        Client = new EmulatorClient(Emulator);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }
}
