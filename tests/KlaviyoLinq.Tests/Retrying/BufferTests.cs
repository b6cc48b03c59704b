using KlaviyoLinq.Errors;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Retrying;

/// <summary>However a page ends, its buffer goes back to the pool.</summary>
[Collection("alone")]
public sealed class BufferTests
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(200, "{\"data\":[")]
    [InlineData(200, "{\"data\":]")]
    [InlineData(200, "{\"data\":[{\"type\":\"profile\",\"id\":\"A\",\"attributes\":{\"created\":[]}}]}")]
    [InlineData(200, "{\"data\":[],\"links\":{\"next\":\"x\"}}")]
    [InlineData(302, "{}")]
    [InlineData(400, "{\"errors\":[]}")]
    [InlineData(429, "{}")]
    [InlineData(503, "{\"errors\":[{\"title\":7}]}")]
    public async Task A_page_that_fails_gives_its_buffers_back(int status, string body)
    {
        using var buffers = new BorrowedBuffers();
        await using LoopbackServer server = await FailingServer.StartAsync(failures: int.MaxValue, async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/vnd.api+json";
            await context.Response.WriteAsync(body[..1]);
            await context.Response.WriteAsync(body[1..]);
        });

        await Runs.AnyFailureAsync(Runs.Retrying(server.Address), []);

        buffers.Borrowed.Should().BePositive();
        buffers.Out.Should().Be(0);
    }

    [Fact]
    public async Task A_page_that_grows_too_large_gives_its_buffers_back()
    {
        using var buffers = new BorrowedBuffers();
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 1, async context =>
        {
            for (int i = 0; i < 100; i++)
                await context.Response.Body.WriteAsync(new byte[10_000]);
        });
        KlaviyoOptions options = Runs.Retrying(server.Address);
        options.MaxResponseBytes = 500_000;

        await Runs.FailureAsync<KlaviyoResponseTooLargeException>(options);

        buffers.Borrowed.Should().BeGreaterThan(2);
        buffers.Out.Should().Be(0);
    }

    [Theory]
    [InlineData(AwaitPoint.Headers)]
    [InlineData(AwaitPoint.Body)]
    [InlineData(AwaitPoint.Backoff)]
    [InlineData(AwaitPoint.RetryAfter)]
    public async Task A_page_that_is_called_off_gives_its_buffers_back(AwaitPoint point)
    {
        using var buffers = new BorrowedBuffers();
        await using StallingServer stalling = await new StallingServer(point, _time).StartAsync();
        KlaviyoOptions options = stalling.Options();
        options.Prefetch = true;
        using KlaviyoExecutor executor = options.ToExecutor().Value;

        for (int i = 0; i < 5; i++)
        {
            int before = buffers.Borrowed;
            await foreach (ResourcePage page in executor.Pages())
            {
                await stalling.StalledAsync();
                if (point == AwaitPoint.Body)
                    await buffers.BorrowedAfterAsync(before);
                break;
            }
        }

        buffers.Out.Should().Be(0);
    }

    [Fact]
    public async Task A_truncated_body_returns_its_buffers()
    {
        using var buffers = new BorrowedBuffers();
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 4, async context =>
        {
            int before = buffers.Borrowed;
            await context.Response.WriteAsync(LastPage("never")[..30]);
            await context.Response.Body.FlushAsync();
            await buffers.BorrowedAfterAsync(before);
            context.Abort();
        });

        (await Runs.IdsAsync(Runs.Retrying(server.Address))).Should().Equal(FailingServer.Rows);

        buffers.Out.Should().Be(0);
    }
}
