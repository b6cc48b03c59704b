using System.Text.Json;
using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>Base of tests that send commands to an emulator of their own, and see the bodies on the wire.</summary>
public abstract class CommandTests : IAsyncLifetime
{
    private protected RequestRecorder Wire { get; private set; } = null!;

    protected KlaviyoEmulator Emulator { get; private set; } = null!;

    protected KlaviyoContext Klaviyo { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Emulator = await KlaviyoEmulator.StartAsync(Configure);
        Wire = new RequestRecorder();
        Klaviyo = NewContext();
    }

    public async Task DisposeAsync()
    {
        Klaviyo.Dispose();
        await Emulator.DisposeAsync();
    }

    protected virtual void Configure(KlaviyoEmulatorOptions options) => options.Data.Profiles = 5;

    protected KlaviyoContext NewContext(Action<KlaviyoOptions>? configure = null)
    {
        var options = new KlaviyoOptions { ApiKey = "pk_tests", BaseAddress = Emulator.BaseAddress, HttpMessageHandler = Wire };
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        configure?.Invoke(options);
        return new KlaviyoContext(options);
    }

    /// <summary>Requires the body of the last request, as JSON.</summary>
    private protected void LastBodyIs(string json) =>
        JsonElement.DeepEquals(JsonElement.Parse(Wire.Last.Body!), JsonElement.Parse(json)).Should().BeTrue("the body is {0}", Wire.Last.Body);
}
