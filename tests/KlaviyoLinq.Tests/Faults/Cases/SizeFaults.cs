using KlaviyoLinq.Errors;
using static KlaviyoLinq.Tests.Faults.ServerActions;

namespace KlaviyoLinq.Tests.Faults.Cases;

/// <summary>Answers that are too large.</summary>
internal static class SizeFaults
{
    private const string Group = "Answers that are too large";
    private const int Limit = 100_000;

    private static readonly Outcome _large = Outcome.Once<KlaviyoResponseTooLargeException>(
        "Request smaller pages or fewer fields, or raise `KlaviyoOptions.MaxResponseBytes`.");
    private static readonly Outcome _head = Outcome.Once<KlaviyoTransportException>(
        "Check what is answering instead of Klaviyo: `KlaviyoOptions.BaseAddress` and proxies.");

    internal static IEnumerable<FaultCase> Cases { get; } =
    [
        Large("a body that is announced to be larger than the limit", Send(_ => Wire.Sized(new string(' ', Limit + 1)))),
        Large("a chunked body that exceeds the limit", Send(_ => Wire.Chunked(new string(' ', Limit + 1)))),
        Large("an endless body", EndlessAsync),
        Large(
            "a gzip bomb: the limit counts decompressed bytes",
            Send(_ => Wire.Sized(Wire.GZip(new string(' ', 200 * Limit)), headers: "Content-Encoding: gzip"))),
        new(
            Group,
            "an error page larger than the limit",
            Send(_ => Wire.Sized(new string(' ', Limit + 1), 503, "text/html")),
            Outcome.Retried<KlaviyoServerException>("Run the query again: the status is reported, and the page is discarded."))
        {
            Configure = options => options.MaxResponseBytes = Limit,
            MessageParts = ["503"],
        },
        Head("one header of 100 KB", $"X-Bomb: {new string('x', 100_000)}"),
        Head("ten thousand headers", [.. Enumerable.Range(0, 10_000).Select(i => $"X-Bomb-{i}: {i}")]),
    ];

    private static FaultCase Large(string name, FaultAnswer answer) => new(Group, name, answer, _large)
    {
        Configure = options => options.MaxResponseBytes = Limit,
        MessageParts = ["larger than the 100000 bytes", "MaxResponseBytes"],
        Check = failure => ((KlaviyoResponseTooLargeException)failure).Limit.Should().Be(Limit),
    };

    private static FaultCase Head(string name, params string[] headers) =>
        new(Group, name, Send(exchange => Wire.Sized(exchange.Page, headers: headers)), _head)
    {
        MessageParts = ["headers"],
        Check = failure => ((KlaviyoTransportException)failure).Error.Should().Be(HttpRequestError.ConfigurationLimitExceeded),
    };

    private static async Task EndlessAsync(Exchange exchange)
    {
        await exchange.SendAsync(Wire.Head(200, Wire.MediaType, "Connection: close"));
        byte[] spaces = Wire.Bytes(new string(' ', 10_000));
        while (true)
            await exchange.SendAsync(spaces);
    }
}
