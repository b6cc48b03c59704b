using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KlaviyoLinq.Tests.Loopback;

/// <summary>A TCP server that reads a request and then does what no proper HTTP server would: breaks off, resets, writes nonsense.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    internal RawServer(Func<Socket, Task> answer)
    {
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    /// <summary>A server that writes this and closes the connection.</summary>
    internal RawServer(string answer)
        : this(socket => socket.SendAsync(Encoding.Latin1.GetBytes(answer.ReplaceLineEndings("\r\n"))))
    {
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    internal Uri Address => new($"http://127.0.0.1:{Port}/");

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ServeAsync(Func<Socket, Task> answer)
    {
        while (true)
        {
            using Socket socket = await _listener.AcceptSocketAsync();
            byte[] request = new byte[16 * 1024];
            await socket.ReceiveAsync(request);
            await answer(socket);
        }
    }
}
