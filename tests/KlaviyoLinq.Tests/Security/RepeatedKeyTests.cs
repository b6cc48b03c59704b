using System.Collections.Concurrent;
using System.Diagnostics;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Tests.Security;

/// <summary>
/// An answer that repeats the key, in any of its parts and in any spelling: it comes out nowhere, and neither does a character that a terminal obeys.
/// </summary>
public sealed class RepeatedKeyTests
{
    // Not one of those that end the process: here the test itself is to find it.
    private const string Key = "pk_FedCba9876543210fedcba9876543210";

    private static readonly Dictionary<string, Action<HttpContext>> _headers = new()
    {
        ["X-Klaviyo-Req-Id"] = context => context.Response.Headers["X-Klaviyo-Req-Id"] = $"id {Key}\t{Key.ToUpperInvariant()}",
        ["CF-Ray"] = context => context.Response.Headers["CF-Ray"] = Key,
        ["CID"] = context => context.Response.Headers["CID"] = Key + context.Request.Query["page[cursor]"],
        ["Content-Type"] = context => context.Response.ContentType = "text/" + Key,
        ["Content-Encoding"] = context => context.Response.Headers.ContentEncoding = Key,
        ["X-Klaviyo-Api-Revision"] = context => context.Response.Headers["X-Klaviyo-Api-Revision"] = Key,
        ["Location"] = context => (context.Response.StatusCode, context.Response.Headers.Location) = (302, $"http://{Key}.example/"),
        ["Location, encoded"] = context =>
            (context.Response.StatusCode, context.Response.Headers.Location) = (302, $"http://{Key.Replace("_", "%5F")}.example/"),
        ["400"] = context => context.Response.StatusCode = 400,
        ["403"] = context => context.Response.StatusCode = 403,
        ["503"] = context => context.Response.StatusCode = 503,
    };

    private static readonly string _escaped = string.Concat(Key.Select(c => $"\\u{(int)c:x4}"));

    private static readonly Dictionary<string, string> _bodies = new()
    {
        ["page"] = Page($"http://{Key}.example/api/profiles?page[cursor]=c1"),
        ["page with the key as the cursor"] = Page($"https://a.klaviyo.com/api/profiles?page[cursor]={Key}"),
        ["error"] = Answers.Error(400, Key, Key, $"Key {_escaped} and {Key.ToLowerInvariant()}", $$"""{"parameter":"{{Key}}","pointer":"{{_escaped}}"}"""),
        ["error, broken by invisible characters"] = Answers.Error(400, "x", "y", string.Join("\\u200b", Key.ToCharArray())),
        ["error, encoded"] = Answers.Error(400, "x", Key.Replace("_", "%5f"), Key.Replace("_", "&#95;") + Key.Replace("_", "\\\\u005F")),
        ["sentence"] = $$"""{"message":"{{_escaped}}"}""",
        ["id"] = $$"""{"data":[{"type":"profile","id":"{{Key}}","attributes":{"last_event_date":{} } } ],"links":{"next":null} }""",
        ["type"] = $$"""{"data":[{"type":"{{Key}}","id":"A","attributes":{} } ],"links":{"next":null} }""",
        ["member"] = $$"""{"data":[{"type":"profile","id":"A","attributes":{"{{Key}}":1,"last_event_date":[]} } ],"links":{"next":null} }""",
    };

    public static TheoryData<string, string> Cases => Crossed();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_key_that_an_answer_repeats_comes_out_nowhere(string header, string body)
    {
        RecordedLog log = new();
        ConcurrentQueue<string> tags = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name.Contains("KlaviyoLinq", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                tags.Enqueue(
                    string.Join(
                        '\n',
                        activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Append(activity.DisplayName).Append(activity.StatusDescription ?? ""))),
        };
        ActivitySource.AddActivityListener(listener);
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/vnd.api+json";
            _headers[header](context);
            return context.Response.WriteAsync(_bodies[body]);
        });
        KlaviyoOptions options = Runs.Options(server.Address);
        (options.ApiKey, options.LoggerFactory, options.EnableSensitiveDataLogging) = (Key, log, true);
        await using var klaviyo = new KlaviyoContext(options);
        List<string> shown = [];

        try
        {
            await foreach (KlaviyoPage<DateTimeOffset?> page in klaviyo.Profiles.Select(p => p.LastEventDate).AsPages())
                shown.AddRange([page.Revision ?? "", page.Checkpoint.ToString(), page.Checkpoint.Account ?? ""]);
        }
        catch (KlaviyoException failure)
        {
            shown.AddRange(failure.GetType().GetProperties().Select(property => $"{property.GetValue(failure)}"));
            shown.Add(failure.ToString());
            if (failure is KlaviyoApiException answered)
                shown.AddRange(answered.Errors.SelectMany(error => error.GetType().GetProperties().Select(property => $"{property.GetValue(error)}")));
        }

        shown.Should().NotBeEmpty();
        foreach (string text in shown.Concat(log.Lines).Concat(tags))
        {
            string plain = string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c)));
            plain.Should().NotContainEquivalentOf(Key[3..], "{0}", text);
        }
    }

    [Fact]
    public async Task A_row_that_cannot_be_made_does_not_name_the_key_as_its_id()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            $$"""{"data":[{"type":"tag","id":"{{Key}}","attributes":{} } ],"links":{"next":null} }""");
        KlaviyoOptions options = Runs.Options(server.Address);
        options.ApiKey = Key;
        await using var klaviyo = new KlaviyoContext(options);

        KlaviyoMaterializationException failure = (
            await FluentActions.Awaiting(() => klaviyo.Tags.Select(t => t.TagGroup.Exclusive).ForEachAsync(_ => { }))
                .Should().ThrowAsync<KlaviyoMaterializationException>()).Which;

        failure.ToString().Should().NotContain(Key);
        failure.ResourceId.Should().Be(new string('*', Key.Length));
        failure.Checkpoint!.RowsConsumed.Should().Be(0);
    }

    [Fact]
    public async Task Text_of_an_answer_is_bounded_and_holds_nothing_that_a_terminal_obeys()
    {
        string errors = string.Join(
            ",", Enumerable.Repeat("""{"detail":"\u001b[31mred\r\n\u202eturned \u0007TEXT"}""".Replace("TEXT", new string('x', 100_000)), 100));
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["X-Klaviyo-Req-Id"] = "a\tb" + new string('y', 5_000);
            return context.Response.WriteDocumentAsync($$"""{"errors":[{{errors}}] }""", 400);
        });

        KlaviyoBadRequestException failure = await Runs.FailureAsync<KlaviyoBadRequestException>(Runs.Options(server.Address));

        failure.Errors.Should().HaveCount(100);
        failure.Errors[0].Detail.Should().StartWith(" [31mred   turned  xxx").And.EndWith("x…").And.HaveLength(2_001);
        failure.RequestId.Should().StartWith("a by").And.HaveLength(201);
        failure.Message.Length.Should().BeLessThan(25_000);
        failure.Message.Should().Contain("and 90 more");
        failure.Message.Any(c => char.IsControl(c) || c == '\u202e').Should().BeFalse();
    }

    private static TheoryData<string, string> Crossed()
    {
        TheoryData<string, string> cases = [];
        foreach (string header in _headers.Keys)
            foreach (string body in _bodies.Keys)
                cases.Add(header, body);
        return cases;
    }

    private static string Page(string next) => $$"""{"data":[{"type":"profile","id":"A","attributes":{"last_event_date":"2026-01-01T00:00:00Z"} } ],"links":{"next":"{{next}}"} }""";
}
