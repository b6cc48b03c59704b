using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>
/// Stands between a client and a server like a long line: what is sent arrives half a round trip later, and answers come at the rate of the line.
/// </summary>
internal sealed class SlowLink : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly int _serverPort;
    private readonly TimeSpan _oneWay;
    private readonly double _bytesPerSecond;

    /// <param name="serverPort">The server's port on this machine.</param>
    /// <param name="roundTrip">The time there and back.</param>
    /// <param name="bitsPerSecond">How much comes back in a second; no limit where it is infinite.</param>
    internal SlowLink(int serverPort, TimeSpan roundTrip, double bitsPerSecond)
    {
        _serverPort = serverPort;
        _oneWay = roundTrip / 2;
        _bytesPerSecond = bitsPerSecond / 8;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _ = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket client = await _listener.AcceptAsync();
            Socket server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            client.NoDelay = true;
            await server.ConnectAsync(IPAddress.Loopback, _serverPort);
            _ = CarryAsync(client, server, double.PositiveInfinity);
            _ = CarryAsync(server, client, _bytesPerSecond);
        }
    }

    private async Task CarryAsync(Socket from, Socket to, double bytesPerSecond)
    {
        // What is on the line at once: a second's worth, as a long line holds it without anybody waiting.
        Channel<(byte[] Bytes, long Due)> line = Channel.CreateUnbounded<(byte[], long)>();
        Task delivering = DeliverAsync(line.Reader, to);
        byte[] buffer = new byte[16 * 1024];
        double free = 0;
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and int read)
            {
                double now = Stopwatch.GetTimestamp();
                free = Math.Max(free, now) + (read / bytesPerSecond * Stopwatch.Frequency);
                line.Writer.TryWrite((buffer[..read], (long)(free + (_oneWay.TotalSeconds * Stopwatch.Frequency))));

                // A line that is full takes no more: the sender feels the rate.
                double backlog = (free - now) / Stopwatch.Frequency;
                if (backlog > 0.05)
                    await Task.Delay(TimeSpan.FromSeconds(backlog - 0.04), TimeProvider.System);
            }
        }
        catch (SocketException)
        {
            // The other end is gone, and so is the line.
        }

        line.Writer.Complete();
        await delivering;
    }

    private static async Task DeliverAsync(ChannelReader<(byte[] Bytes, long Due)> line, Socket to)
    {
        try
        {
            await foreach ((byte[] bytes, long due) in line.ReadAllAsync())
            {
                TimeSpan wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                if (wait > TimeSpan.FromMilliseconds(0.5))
                    await Task.Delay(wait, TimeProvider.System);
                await to.SendAsync(bytes);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The other end has closed.
        }
    }
}
