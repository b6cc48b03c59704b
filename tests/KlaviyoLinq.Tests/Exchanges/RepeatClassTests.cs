using System.Collections.Concurrent;
using System.Net;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Exchanges;
using KlaviyoLinq.Paging;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Tests.Exchanges;

/// <summary>Requests with a body, which are sent again as far as their repeat class permits.</summary>
public sealed class RepeatClassTests
{
    private const string Body = """{"data":{"type":"profile"}}""";

    private readonly ConcurrentQueue<string> _received = new();

    [Theory]
    [InlineData("Read", 500, 3)]
    [InlineData("Idempotent", 503, 3)]
    [InlineData("Keyed", 502, 3)]
    [InlineData("Repeatable", 504, 3)]
    [InlineData("Guarded", 500, 1)]
    [InlineData("Unsafe", 503, 1)]
    [InlineData("Guarded", 429, 3)]
    [InlineData("Unsafe", 429, 3)]
    [InlineData("Read", 400, 1)]
    public async Task A_request_is_sent_again_as_far_as_its_repeat_class_permits(string repeat, int status, int expected)
    {
        await using LoopbackServer server = await StartAsync(failures: 2, context => context.Response.WriteDocumentAsync("", status));

        KlaviyoApiException? failure = await FailureAsync(server, Enum.Parse<RepeatClass>(repeat)) as KlaviyoApiException;

        _received.Should().Equal(Enumerable.Repeat($"POST application/vnd.api+json {Body}", expected));
        failure?.StatusCode.Should().Be((HttpStatusCode)status);
        (failure is null).Should().Be(expected == 3);
    }

    [Fact]
    public async Task An_unsafe_request_whose_answer_is_lost_is_not_sent_again_and_the_failure_names_it()
    {
        await using LoopbackServer server = await StartAsync(failures: 1, context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        KlaviyoException? failure = await FailureAsync(server, RepeatClass.Unsafe);

        _received.Should().ContainSingle();
        failure.Should()
            .BeOfType<KlaviyoTransportException>().Which.Message.Should()
            .EndWith("[get_profiles, page 1, attempt 1, after 0 resources: POST /api/profiles]");
    }

    private static async Task<KlaviyoException?> FailureAsync(LoopbackServer server, RepeatClass repeat)
    {
        using KlaviyoExecutor executor = Runs.Retrying(server.Address).ToExecutor().Value;
        Exchange exchange = new(Runs.Profiles, "/api/profiles", new RunTurn())
        {
            Method = HttpMethod.Post,
            Content = () => new StringContent(Body, mediaType: new("application/vnd.api+json")),
            Repeat = repeat,
        };
        try
        {
            (string answer, _) = await executor.Exchanges.SendAsync(exchange, executor.Exchanges.Time(exchange), read: (answer, _) =>
            {
                AnswerRules.RequireSuccess(answer, Runs.Profiles);
                return answer.StatusCode.ToString();
            }, CancellationToken.None);
            answer.Should().Be("Created");
            return null;
        }
        catch (KlaviyoException failure)
        {
            return failure;
        }
    }

    private Task<LoopbackServer> StartAsync(int failures, RequestDelegate fail) => LoopbackServer.StartAsync(async context =>
    {
        using StreamReader body = new(context.Request.Body);
        _received.Enqueue($"{context.Request.Method} {context.Request.ContentType} {await body.ReadToEndAsync()}");
        await (_received.Count <= failures ? fail(context) : context.Response.WriteDocumentAsync("", 201));
    });
}
