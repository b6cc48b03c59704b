using System.Net.Sockets;
using System.Text;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>One request and the connection that it came on, for a server to do with as it likes.</summary>
/// <param name="socket">The connection.</param>
/// <param name="stream">The same, to be written to; encrypted where the server is.</param>
/// <param name="time">The clock that the library goes by.</param>
/// <param name="page">The page that was requested, as it should be answered.</param>
/// <param name="variant">Which of the variants of the fault this is: the byte at which something is cut off, for instance.</param>
internal sealed class Exchange(Socket socket, Stream stream, ManualTime time, string page, int variant)
{
    internal string Page => page;

    internal int Variant => variant;

    /// <summary>Indicates whether the connection has ended.</summary>
    internal bool IsOver { get; private set; }

    internal Task SendAsync(ReadOnlyMemory<byte> bytes) => stream.WriteAsync(bytes).AsTask();

    internal Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    internal void End(Ending ending)
    {
        IsOver = true;
        if (ending == Ending.Reset)
            socket.LingerState = new LingerOption(true, 0);
        else
            socket.Shutdown(SocketShutdown.Both);
        socket.Close();
    }

    /// <summary>Lets time pass for the library; the test does not wait for it.</summary>
    internal void Pass(TimeSpan span) => time.Advance(span);

    /// <summary>Says nothing more until the other side gives up.</summary>
    internal async Task StallAsync()
    {
        IsOver = true;
        byte[] rest = new byte[256];
        while (await stream.ReadAsync(rest) > 0)
        {
        }
    }
}
