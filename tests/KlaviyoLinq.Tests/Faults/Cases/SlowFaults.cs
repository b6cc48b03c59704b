using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Tests.Faults.Cases;

/// <summary>Answers that take too long.</summary>
internal static class SlowFaults
{
    private const string Group = "Answers that take too long";

    private static readonly Outcome _late = Outcome.Retried<KlaviyoTimeoutException>(
        "Request smaller pages or fewer fields, or raise `KlaviyoOptions.Timeout`.");

    internal static IEnumerable<FaultCase> Cases { get; } =
    [
        Slow("no answer", exchange => Task.CompletedTask),
        Slow("the answer stops within its headers", exchange => exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Ty")),
        Slow("the answer stops within its body", exchange => exchange.SendAsync(Wire.Sized(exchange.Page).AsMemory()[..^20])),
        Slow(
            "the answer stops within a compressed body",
            exchange => exchange.SendAsync(Wire.Sized(Wire.GZip(exchange.Page), headers: "Content-Encoding: gzip").AsMemory()[..^20])),
        Slow("every attempt is slow, until the total timeout elapses", exchange => Task.CompletedTask) with
        {
            Configure = options => options.TotalTimeout = TimeSpan.FromSeconds(250),
            MessageParts = ["within 250 s", "KlaviyoOptions.TotalTimeout"],
            Tries = 3,
            Remark = "Here it is `KlaviyoOptions.TotalTimeout`, as `Setting` says.",
        },
        new(Group, "the body arrives slowly, each byte in time, the whole too late", DripAsync, _late) { MessageParts = ["within 100 s"] },
        new(Group, "endless interim answers", InterimAsync, _late) { MessageParts = ["within 100 s"] },
    ];

    private static FaultCase Slow(string name, FaultAnswer begin) => new(
        Group,
        name,
        async exchange =>
        {
            await begin(exchange);
            exchange.Pass(TimeSpan.FromSeconds(100));
            await exchange.StallAsync();
        },
        _late) { MessageParts = ["within 100 s", "KlaviyoOptions.Timeout"] };

    private static async Task DripAsync(Exchange exchange)
    {
        byte[] answer = Wire.Sized(exchange.Page);
        int start = Wire.BodyStart(answer);
        await exchange.SendAsync(answer.AsMemory(0, start));
        for (int i = 0; i < 5; i++)
        {
            await exchange.SendAsync(answer.AsMemory(start + i, 1));
            exchange.Pass(TimeSpan.FromSeconds(20));
        }

        await exchange.StallAsync();
    }

    private static async Task InterimAsync(Exchange exchange)
    {
        for (int i = 0; i < 10; i++)
        {
            await exchange.SendAsync("HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n");
            exchange.Pass(TimeSpan.FromSeconds(10));
        }

        await exchange.StallAsync();
    }
}
