using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>
/// A server of its own making, down to the bytes on the wire, that serves the pages of <see cref="FaultPages"/> and injects a fault in between.
/// </summary>
internal sealed class FaultServer : IFaultServer
{
    /// <summary>The account whose pages these are.</summary>
    internal const string Account = "FAULTS";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _targets = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FaultCase _fault;
    private readonly FaultForm _form;
    private readonly int _variant;
    private readonly ManualTime _time;
    private readonly Task _accepting;
    private volatile int _served;
    private volatile bool _hasTriggered;

    internal FaultServer(FaultCase fault, FaultForm form, int variant, ManualTime time)
    {
        (_fault, _form, _variant, _time) = (fault, form, variant, time);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"{(_fault.Certificate is null ? "http" : "https")}://{(_fault.Certificate is null ? "127.0.0.1" : "localhost")}:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public IReadOnlyList<string> Targets => [.. _targets];

    public bool IsDue => _form == FaultForm.Always || (_served == 1 && !_hasTriggered);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    public void Trigger(string target)
    {
        _hasTriggered = true;
        _targets.Enqueue(target);
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        await using (_stop.Token.Register(socket.Close))
        {
            try
            {
                socket.NoDelay = true;
                await using Stream stream = await OpenAsync(socket);
                while (await ReadTargetAsync(stream) is { } target)
                {
                    if (!await AnswerAsync(socket, stream, target))
                        return;
                }
            }
            catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or AuthenticationException)
            {
                // The other side has given up, which is what most faults come to.
            }
        }
    }

    private async Task<Stream> OpenAsync(Socket socket)
    {
        var plain = new NetworkStream(socket);
        if (_fault.Certificate is null)
            return plain;
        bool isDue = IsDue;

        // Whether the certificate is taken shows to the client alone: a connection that it turns away ends without a request.
        if (isDue)
            Trigger(IFaultServer.NoRequest);
        var secure = new SslStream(plain);
        try
        {
            await secure.AuthenticateAsServerAsync(isDue ? _fault.Certificate() : Certificates.Good);
            return secure;
        }
        catch
        {
            await secure.DisposeAsync();
            throw;
        }
    }

    /// <returns>Whether the connection continues.</returns>
    private async Task<bool> AnswerAsync(Socket socket, Stream stream, string target)
    {
        var exchange = new Exchange(socket, stream, _time, FaultPages.Json(FaultPages.Of(target), _fault.Resource), _variant);
        if (IsDue && !_fault.IsInConnecting)
        {
            Trigger(target);
            if (_fault.Outcome.Exception is null)
                _served++;
            await _fault.Answer(exchange);
            return !exchange.IsOver;
        }

        _targets.Enqueue(target);
        _served++;
        string[] ending = _fault.IsInConnecting ? ["Connection: close"] : [];
        await exchange.SendAsync(Wire.Sized(exchange.Page, headers: ["CID: " + Account, .. ending]));
        if (_fault.IsInConnecting)
            exchange.End(Ending.Closed);
        return !exchange.IsOver;
    }

    /// <returns>The target of the next request; null when there is none any more.</returns>
    private static async Task<string?> ReadTargetAsync(Stream stream)
    {
        byte[] head = new byte[8 * 1024];
        int length = 0;
        while (!head.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            int read = await stream.ReadAsync(head.AsMemory(length));
            if (read == 0)
                return null;
            length += read;
        }

        return Encoding.Latin1.GetString(head, 0, length).Split(' ')[1];
    }
}
