using System.Net;
using System.Net.Sockets;

namespace KlaviyoLinq.Emulator.Tests.Server;

public sealed class ConnectionsTests
{
    [Fact]
    public async Task A_connection_is_kept_after_an_answer_without_a_body()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = DataSize.Empty);
        int connections = 0;
        using HttpClient http = new(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                connections++;
                Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = emulator.BaseAddress };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Klaviyo-API-Key pk_0123456789abcdef");
        http.DefaultRequestHeaders.Add("revision", "2026-07-15");

        for (int i = 0; i < 5; i++)
        {
            emulator.Add("""{"type":"list","id":"L","attributes":{"name":"L"}}""");
            using HttpResponseMessage answer = await http.DeleteAsync("/api/lists/L");
            answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        }

        connections.Should().Be(1);
    }
}
