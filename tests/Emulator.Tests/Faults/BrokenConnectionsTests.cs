using System.Net.Sockets;
using System.Text;

namespace KlaviyoLinq.Emulator.Tests.Faults;

/// <summary>Looks at the bytes on the socket.</summary>
public sealed class BrokenConnectionsTests : IAsyncLifetime
{
    private KlaviyoEmulator _emulator = null!;
    private TcpClient _socket = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(o => o.Data = new DataSize { Profiles = 30, Events = 0 });
        _socket = new TcpClient();
        await _socket.ConnectAsync(_emulator.BaseAddress.Host, _emulator.BaseAddress.Port);
    }

    public async Task DisposeAsync()
    {
        _socket.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_reset_connection_answers_nothing()
    {
        _emulator.Faults.OnAny().Call(1).Reset();

        await Ask();

        Exception reset = (await this.Invoking(t => t.ReadToEnd()).Should().ThrowAsync<IOException>()).Which;
        reset.InnerException.Should().BeOfType<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);
        _emulator.Requests.Single().Status.Should().BeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task A_truncated_answer_promises_more_than_it_sends(int bytes)
    {
        _emulator.Faults.OnAny().Truncate(bytes);

        await Ask();

        (int promised, int sent) = Lengths(await ReadToEnd());
        sent.Should().Be(bytes);
        promised.Should().BeGreaterThan(10_000);
        _emulator.Requests.Single().Status.Should().Be(200);
    }

    [Fact]
    public async Task A_stalled_answer_stays_away_until_the_emulator_stops()
    {
        TaskCompletionSource arrived = new();
        _emulator.Faults.OnAny().When(_ => arrived.TrySetResult()).Stall();
        await Ask();
        Task<string> answer = ReadToEnd();
        await arrived.Task.InTimeAsync();

        await _emulator.DisposeAsync();

        await answer.Invoking(a => a).Should().ThrowAsync<IOException>();
        _emulator.Requests.Single().Status.Should().BeNull();
    }

    [Fact]
    public async Task An_answer_that_stalls_in_its_middle_has_sent_what_it_should()
    {
        _emulator.Faults.OnAny().Stall(afterBytes: 100);
        await Ask();

        string head = await ReadUntil(text => Lengths(text).Sent == 100);

        Lengths(head).Promised.Should().BeGreaterThan(10_000);
        _socket.Available.Should().Be(0);
    }

    [Fact]
    public async Task A_trickling_answer_is_whole_in_the_end()
    {
        _emulator.Faults.OnAny().Call(1).Trickle(4000, TimeSpan.FromMilliseconds(1));

        await Ask();

        string text = await ReadUntil(text => Lengths(text) is var (promised, sent) && promised == sent);
        text.Should().EndWith("}}");
    }

    [Fact]
    public async Task A_delayed_answer_waits_for_the_clock_of_the_emulator()
    {
        HeldClock clock = new();
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => (o.Data, o.TimeProvider) = (DataSize.Empty, clock));
        using EmulatorClient client = new(emulator);
        emulator.Faults.OnAny().Delay(TimeSpan.FromHours(1));

        Task<Answer> answer = client.Get("/api/profiles");
        await clock.Waiting.InTimeAsync();
        answer.IsCompleted.Should().BeFalse();
        clock.Release();

        ((int)(await answer).Status).Should().Be(200);
    }

    [Fact]
    public async Task An_emulator_that_stops_does_not_wait_for_delayed_answers()
    {
        HeldClock clock = new();
        KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => (o.Data, o.TimeProvider, o.Latency) = (DataSize.Empty, clock, TimeSpan.FromDays(1)));
        using EmulatorClient client = new(emulator);
        Task<Answer> answer = client.Get("/api/profiles");
        await clock.Waiting.InTimeAsync();

        await emulator.DisposeAsync();

        await answer.Invoking(a => a).Should().ThrowAsync<HttpRequestException>();
    }

    private async Task Ask()
    {
        string request = "GET /api/profiles HTTP/1.1\r\nHost: localhost\r\nAuthorization: Klaviyo-API-Key pk_0123456789\r\nrevision: 2026-07-15\r\n\r\n";
        await _socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
    }

    private Task<string> ReadToEnd() => ReadUntil(_ => false);

    private async Task<string> ReadUntil(Func<string, bool> enough)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while (!enough(text.ToString()) && (read = await _socket.GetStream().ReadAsync(buffer)) > 0)
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        return text.ToString();
    }

    private static (int Promised, int Sent) Lengths(string answer)
    {
        int end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string? length = answer.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal));
        return end < 0 || length is null ? (-1, -2) : (int.Parse(length["Content-Length: ".Length..]), answer.Length - end - 4);
    }
}
