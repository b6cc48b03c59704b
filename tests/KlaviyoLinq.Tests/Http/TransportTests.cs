using System.Net;
using System.Net.Sockets;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Http;

public sealed class TransportTests
{
    [Fact]
    public async Task A_port_without_a_listener_is_a_connection_failure()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        KlaviyoTransportException failure = await Runs.FailureAsync<KlaviyoTransportException>(Runs.Options(new Uri($"http://127.0.0.1:{port}/")));

        failure.Error.Should().Be(HttpRequestError.ConnectionError);
        failure.Message.Should().Contain("No connection to 127.0.0.1");
        (failure.Operation, failure.RequestUri, failure.Attempts, failure.Page, failure.ItemsYielded).Should().Be(("get_profiles", "/api/profiles", 1, 1, 0));
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_named()
    {
        KlaviyoTransportException failure = await Runs.FailureAsync<KlaviyoTransportException>(Runs.Options(new Uri("https://klaviyo.invalid/")));

        failure.Error.Should().BeOneOf(HttpRequestError.NameResolutionError, HttpRequestError.ConnectionError);
        failure.Message.Should().Contain("klaviyo.invalid");
    }

    [Fact]
    public async Task A_failed_TLS_handshake_is_named()
    {
        await using var server = new RawServer("HTTP/1.1 400 Bad Request\n\n");

        KlaviyoTransportException failure = await Runs.FailureAsync<KlaviyoTransportException>(Runs.Options(new Uri($"https://localhost:{server.Port}/")));

        failure.Error.Should().Be(HttpRequestError.SecureConnectionError);
        failure.Message.Should().Contain("TLS");
    }

    [Fact]
    public async Task A_connection_that_is_reset_is_a_transport_failure()
    {
        await using var server = new RawServer(socket =>
        {
            socket.LingerState = new LingerOption(true, 0);
            return Task.CompletedTask;
        });

        await Runs.FailureAsync<KlaviyoTransportException>(Runs.Options(server.Address));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: application/vnd.api+json\nContent-Length: 1000\n\n{\"data\":[]}")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: application/vnd.api+json\nTransfer-Encoding: chunked\n\nb\n{\"data\":[]}\n")]
    public async Task A_body_that_is_cut_off_is_never_taken_for_the_whole(string answer)
    {
        await using var server = new RawServer(answer);
        List<string> read = [];

        KlaviyoTransportException failure = await Runs.FailureAsync<KlaviyoTransportException>(Runs.Options(server.Address), read: read);

        read.Should().BeEmpty();
        failure.Error.Should().Be(HttpRequestError.ResponseEnded);
        failure.Message.Should().Contain("ended before the answer was complete");
    }

    [Fact]
    public async Task A_body_without_a_length_that_is_cut_off_is_broken_JSON()
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\nContent-Type: application/vnd.api+json\nConnection: close\n\n{\"data\":[{\"type\":\"profile\",\"id\"");

        KlaviyoProtocolException failure = await Runs.FailureAsync<KlaviyoProtocolException>(Runs.Options(server.Address));

        failure.Message.Should().Contain("cut off").And.Contain("of 31");
    }

    [Fact]
    public async Task A_compressed_body_that_is_damaged_is_a_transport_failure()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteDocumentAsync(LastPage("A"));
        });

        KlaviyoTransportException failure = await Runs.FailureAsync<KlaviyoTransportException>(Runs.Options(server.Address));

        failure.Error.Should().Be(HttpRequestError.InvalidResponse);
    }
}
