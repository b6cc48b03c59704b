using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Retrying;

public sealed class TransportRetryTests
{
    public static TheoryData<string, RequestDelegate> Faults { get; } = new()
    {
        { "reset before the headers", context => Break(context) },
        {
            "a body shorter than announced", async context =>
            {
                context.Response.ContentLength = 1000;
                await BeginAsync(context.Response);
                await Break(context);
            }
        },
        {
            "a chunked body without its end", async context =>
            {
                await BeginAsync(context.Response);
                await Break(context);
            }
        },
        {
            "a body that is no gzip", context =>
            {
                context.Response.Headers.ContentEncoding = "gzip";
                return context.Response.WriteDocumentAsync(LastPage("never"));
            }
        },
        { "an empty body", context => context.Response.WriteDocumentAsync("") },
        { "half a document that HTTP takes for the whole", context => context.Response.WriteDocumentAsync(LastPage("never")[..^10]) },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_broken_exchange_is_retried_and_no_row_is_lost_or_doubled(string fault, RequestDelegate fail)
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 4, fail);

        (await Runs.IdsAsync(Runs.Retrying(server.Address))).Should().Equal(FailingServer.Rows, fault);

        server.Targets.Should().Equal(FailingServer.TargetsWith(attempts: 5));
    }

    [Fact]
    public async Task A_body_without_a_length_may_end_at_any_byte()
    {
        byte[] head = "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.api+json\r\nConnection: close\r\n\r\n"u8.ToArray();
        byte[] page = Encoding.UTF8.GetBytes(LastPage("A", "Bé"));
        int length = 0;
        await using var server = new RawServer(async socket =>
        {
            await socket.SendAsync(head);
            await socket.SendAsync(page.AsMemory(0, length));
            length = page.Length;
        });

        for (int cut = 0; cut < page.Length; cut++)
        {
            length = cut;
            (await Runs.IdsAsync(Runs.Retrying(server.Address))).Should().Equal(["A", "Bé"], "the first body ended at byte {0}", cut);
        }
    }

    [Theory]
    [InlineData("{\"data\":[]}}")]
    [InlineData("{\"data\":[],}")]
    [InlineData("{\"data\":\u0001")]
    [InlineData("<html></html>")]
    [InlineData("{\"meta\":{}}")]
    [InlineData("[]")]
    public async Task A_complete_answer_that_is_not_a_document_is_not_retried(string body)
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 1, context => context.Response.WriteDocumentAsync(body));

        (await Runs.FailureAsync<KlaviyoProtocolException>(Runs.Retrying(server.Address))).Attempts.Should().Be(1);

        server.Targets.Should().Equal(FailingServer.TargetsUpTo(attempts: 1));
    }

    [Fact]
    public async Task A_status_of_no_content_is_not_tried_again()
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 1, context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });

        (await Runs.FailureAsync<KlaviyoProtocolException>(Runs.Retrying(server.Address))).Attempts.Should().Be(1);
    }

    [Fact]
    public async Task A_page_that_is_too_large_is_not_tried_again()
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 1, context => context.Response.WriteDocumentAsync(new string(' ', 5000)));
        KlaviyoOptions options = Runs.Retrying(server.Address);
        options.MaxResponseBytes = 4000;

        (await Runs.FailureAsync<KlaviyoResponseTooLargeException>(options)).Attempts.Should().Be(1);
    }

    [Fact]
    public async Task A_head_that_is_too_large_is_not_tried_again()
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 1, context =>
        {
            context.Response.Headers["X-Long"] = new string('x', 100_000);
            return context.Response.WriteDocumentAsync(LastPage("never"));
        });

        (await Runs.FailureAsync<KlaviyoTransportException>(Runs.Retrying(server.Address))).Attempts.Should().Be(1);
    }

    [Fact]
    public async Task A_refused_connection_is_tried_again()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        (await Runs.FailureAsync<KlaviyoTransportException>(Runs.Retrying(new Uri($"http://127.0.0.1:{port}/")))).Attempts.Should().Be(5);
    }

    [Fact]
    public async Task A_server_that_speaks_no_TLS_is_asked_once()
    {
        int connections = 0;
        await using var server = new RawServer(socket =>
        {
            connections++;
            return socket.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        });

        await MustFailInTlsAsync(server);

        connections.Should().Be(1);
    }

    [Fact]
    public async Task An_untrusted_certificate_is_not_retried()
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(130));
        int connections = 0;
        await using var server = new RawServer(
            async socket =>
            {
                connections++;
                await using var tls = new SslStream(new NetworkStream(socket));
                await ((Task)tls.AuthenticateAsServerAsync(certificate)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            },
            readsRequest: false);

        await MustFailInTlsAsync(server);

        connections.Should().Be(1);
    }

    private static async Task MustFailInTlsAsync(RawServer server)
    {
        KlaviyoTransportException failure = await Runs.FailureAsync<KlaviyoTransportException>(Runs.Retrying(new Uri($"https://localhost:{server.Port}/")));

        failure.Error.Should().Be(HttpRequestError.SecureConnectionError);
        failure.Attempts.Should().Be(1);
    }

    private static async Task BeginAsync(HttpResponse response)
    {
        response.ContentType = "application/vnd.api+json";
        await response.WriteAsync(LastPage("never")[..20]);
        await response.Body.FlushAsync();
    }

    private static Task Break(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
