using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>Base of tests that change an account of their own on a clock that stands still.</summary>
public abstract class WriteTests : IAsyncLifetime
{
    private protected static readonly TimeSpan ProcessingTime = TimeSpan.FromMinutes(4);

    private protected EmulatorClock Clock { get; } = EmulatorClock.Standing(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));

    private protected KlaviyoEmulator Emulator { get; private set; } = null!;

    private protected EmulatorClient Client { get; private set; } = null!;

    private protected virtual Strictness Strictness => Strictness.Documented;

    public async Task InitializeAsync()
    {
        Emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data = DataSize.Empty;
            options.TimeProvider = Clock;
            options.ProcessingTime = ProcessingTime;
            options.Strictness = Strictness;
        });
        Client = new EmulatorClient(Emulator);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }

    /// <summary>Sends a request that is to succeed with a status.</summary>
    private protected async Task<Answer> Sends(string method, string path, string body, HttpStatusCode status)
    {
        Answer answer = await Client.Send(method, path, body);
        answer.Status.Should().Be(status, "{0}", answer.Body);
        return answer;
    }

    /// <summary>Sends a request that is to be refused for a place in its body, and returns the detail.</summary>
    private protected async Task<string> IsRefused(string method, string path, string body, HttpStatusCode status, string pointer)
    {
        Answer answer = await Client.Send(method, path, body);
        answer.Status.Should().Be(status, "{0}", answer.Body);
        answer.Error.GetProperty("source").GetProperty("pointer").GetString().Should().Be(pointer);
        return answer.Detail;
    }

    /// <summary>Reads the attributes of a resource over HTTP.</summary>
    private protected async Task<JsonElement> Read(string path)
    {
        Answer answer = await Client.Get(path);
        answer.Status.Should().Be(HttpStatusCode.OK, "{0}", answer.Body);
        return answer.Body.GetProperty("data").GetProperty("attributes");
    }

    private protected static string Id(Answer answer) => answer.Body.GetProperty("data").GetProperty("id").GetString()!;
}
