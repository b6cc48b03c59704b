using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Retrying;

/// <summary>Three pages of rows, the second of which fails a number of times before it comes.</summary>
internal static class FailingServer
{
    private const string First = "/api/profiles";
    private const string Second = "/api/profiles?page%5Bcursor%5D=c1";
    private const string Third = "/api/profiles?page%5Bcursor%5D=c2";

    internal static IReadOnlyList<string> Rows { get; } = ["A", "B", "C", "D", "E"];

    /// <summary>Returns the expected requests when the second page takes this many attempts.</summary>
    internal static IEnumerable<string> TargetsWith(int attempts) => [.. TargetsUpTo(attempts), Third];

    /// <summary>Returns the expected requests when the second page fails after this many attempts.</summary>
    internal static IEnumerable<string> TargetsUpTo(int attempts) => [First, .. Enumerable.Repeat(Second, attempts)];

    internal static Task<LoopbackServer> StartAsync(int failures, RequestDelegate fail)
    {
        int failed = 0;
        return LoopbackServer.StartAsync(context => context.Request.Query["page[cursor]"].ToString() switch
        {
            "" => context.Response.WriteDocumentAsync(PageBefore("c1", "A", "B")),
            "c1" when Interlocked.Increment(ref failed) <= failures => fail(context),
            "c1" => context.Response.WriteDocumentAsync(PageBefore("c2", "C", "D")),
            _ => context.Response.WriteDocumentAsync(LastPage("E")),
        });
    }
}
