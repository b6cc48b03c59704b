using System.IO.Compression;
using System.Text;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Http;

public sealed class BodyTests
{
    private const int Limit = 100_000;

    [Fact]
    public async Task A_compressed_body_is_read()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            context => WriteCompressedAsync(context.Response, Encoding.UTF8.GetBytes(LastPage("A"))));

        (await Runs.IdsAsync(Runs.Options(server.Address))).Should().Equal("A");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_much_larger_than_the_first_buffer_is_read_whole(bool announced)
    {
        string[] ids = [.. Enumerable.Range(0, 20_000).Select(i => $"P{i}")];
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => announced
            ? context.Response.WriteDocumentAsync(LastPage(ids))
            : WriteChunkedAsync(context.Response, Encoding.UTF8.GetBytes(LastPage(ids))));

        (await Runs.IdsAsync(Runs.Options(server.Address))).Should().Equal(ids);
    }

    [Fact]
    public async Task An_announced_body_over_the_limit_is_refused() =>
        await MustBeTooLargeAsync(response => response.WriteDocumentAsync(new string(' ', Limit + 1)));

    [Fact]
    public async Task A_body_that_runs_over_the_limit_is_refused() =>
        await MustBeTooLargeAsync(response => WriteChunkedAsync(response, new byte[Limit + 1]));

    [Fact]
    public async Task A_body_that_unpacks_to_more_than_the_limit_is_refused() =>
        await MustBeTooLargeAsync(response => WriteCompressedAsync(response, new byte[50 * Limit]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_just_the_limit_is_read(bool announced)
    {
        string page = LastPage("A").PadRight(Limit);
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => announced
            ? context.Response.WriteDocumentAsync(page)
            : WriteChunkedAsync(context.Response, Encoding.UTF8.GetBytes(page)));

        (await Runs.IdsAsync(Limited(server.Address))).Should().Equal("A");
    }

    [Fact]
    public async Task A_given_handler_that_leaves_the_body_compressed_is_reported()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            context => WriteCompressedAsync(context.Response, Encoding.UTF8.GetBytes(LastPage("A"))));
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        KlaviyoOptions options = Runs.Options(server.Address);
        options.HttpMessageHandler = handler;

        KlaviyoProtocolException failure = await Runs.FailureAsync<KlaviyoProtocolException>(options);

        failure.Message.Should().Contain("'gzip'").And.Contain("AutomaticDecompression");
    }

    private static async Task MustBeTooLargeAsync(Func<HttpResponse, Task> write)
    {
        int answers = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            answers++ == 0 ? context.Response.WriteDocumentAsync(PageBefore("c1", "A")) : write(context.Response));
        List<string> read = [];

        KlaviyoResponseTooLargeException failure = await Runs.FailureAsync<KlaviyoResponseTooLargeException>(Limited(server.Address), read: read);

        read.Should().Equal("A");
        failure.Limit.Should().Be(Limit);
        (failure.Operation, failure.Page, failure.ItemsYielded, failure.Attempts).Should().Be(("get_profiles", 2, 1, 1));
        failure.Message.Should().Contain("100000 bytes").And.Contain("MaxResponseBytes");
    }

    private static KlaviyoOptions Limited(Uri address)
    {
        KlaviyoOptions options = Runs.Options(address);
        options.MaxResponseBytes = Limit;
        return options;
    }

    private static async Task WriteChunkedAsync(HttpResponse response, byte[] body)
    {
        response.ContentType = "application/vnd.api+json";
        for (int i = 0; i < body.Length; i += 10_000)
            await response.Body.WriteAsync(body.AsMemory(i, Math.Min(10_000, body.Length - i)));
    }

    private static async Task WriteCompressedAsync(HttpResponse response, byte[] body)
    {
        response.ContentType = "application/vnd.api+json";
        response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(response.Body, CompressionLevel.Fastest);
        await gzip.WriteAsync(body);
    }
}
