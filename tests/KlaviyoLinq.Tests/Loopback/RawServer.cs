using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KlaviyoLinq.Tests.Loopback;

/// <summary>A TCP server that reads a request and then does what no proper HTTP server would: breaks off, resets, writes nonsense.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    /// <param name="answer">What is done with a connection, which is closed afterwards.</param>
    /// <param name="readsRequest">Whether a request is read before.</param>
    internal RawServer(Func<Socket, Task> answer, bool readsRequest = true)
    {
        _listener.Start();
        _serving = ServeAsync(answer, readsRequest);
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

    private async Task ServeAsync(Func<Socket, Task> answer, bool readsRequest)
    {
        while (true)
        {
            using Socket socket = await _listener.AcceptSocketAsync();
            if (readsRequest)
                await socket.ReceiveAsync(new byte[16 * 1024]);
            await answer(socket);
        }
    }
}
