using System.Net;
using System.Net.Sockets;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>A port on which something answers every connection in plain text, at once.</summary>
internal static class PlainTextPort
{
    internal static DnsEndPoint EndPoint { get; } = Start();

    private static DnsEndPoint Start()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = ServeAsync(listener);
        return new DnsEndPoint("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
    }

    private static async Task ServeAsync(TcpListener listener)
    {
        while (true)
        {
            using Socket socket = await listener.AcceptSocketAsync();
            await socket.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        }
    }
}
