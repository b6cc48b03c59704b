using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KlaviyoLinq.Tests.Loopback;

/// <summary>A TCP server that reads a request and then does what no proper HTTP server would: breaks off, resets, writes nonsense.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Socket, Task> _answer;
    private readonly bool _readsRequest;
    private readonly Task _accepting;

    /// <param name="answer">What is done with a connection, which is closed afterwards.</param>
    /// <param name="readsRequest">Whether a request is read before.</param>
    internal RawServer(Func<Socket, Task> answer, bool readsRequest = true)
    {
        (_answer, _readsRequest) = (answer, readsRequest);
        _listener.Start();
        _accepting = AcceptAsync();
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
        await _stop.CancelAsync();
        await _accepting.InTimeAsync();
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    /// <summary>Serves one connection. A client may open one that it does not use, which must not keep the others waiting.</summary>
    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                if (_readsRequest)
                    await socket.ReceiveAsync(new byte[16 * 1024], _stop.Token);
                await _answer(socket);
            }
            catch (Exception gone) when (gone is SocketException or OperationCanceledException)
            {
                // The client has closed the connection, or the test is over.
            }
        }
    }
}
