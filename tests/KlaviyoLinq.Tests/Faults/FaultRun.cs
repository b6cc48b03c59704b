using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>Result of a query that met a fault.</summary>
internal sealed class FaultRun
{
    /// <summary>Number of requests for a page that always fails, by default.</summary>
    internal static int Tries { get; } = new KlaviyoRetryOptions().MaxRetries + 1;

    internal List<KlaviyoResource> Rows { get; } = [];

    internal IEnumerable<string> Ids => Rows.Select(row => row.Id);

    /// <summary>Exception of the query; null when it completed.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>Requests that the server received.</summary>
    internal IReadOnlyList<string> Targets { get; private set; } = [];

    internal static async Task<FaultRun> RunAsync(FaultCase fault, FaultForm form, int variant = 0, bool readAhead = false)
    {
        var run = new FaultRun();
        var time = new ManualTime();
        await using IFaultServer server = fault.Http2 is null ? new FaultServer(fault, form, variant, time) : await Http2Server.StartAsync(fault, form);
        KlaviyoOptions options = Runs.Options(server.Address);
        options.TimeProvider = new AcceleratedTime(time);
        options.Prefetch = readAhead;
        options.Retry.MaxRetries = Tries - 1;
        options.Retry.BaseDelay = TimeSpan.Zero;
        options.Retry.BudgetSize = null;
        using HttpMessageHandler? handler = FaultRoute.HandlerFor(fault, server);
        options.HttpMessageHandler = handler;
        fault.Configure?.Invoke(options);

        await using var klaviyo = new KlaviyoContext(options);
        try
        {
            // A query that hangs fails the test instead of stopping it.
            await run.ReadAsync(fault.Query(klaviyo)).InTimeAsync();
        }
        catch (Exception failure)
        {
            run.Failure = failure;
        }

        run.Targets = server.Targets;
        return run;
    }

    private async Task ReadAsync(IAsyncEnumerable<KlaviyoResource> rows)
    {
        await foreach (KlaviyoResource row in rows)
            Rows.Add(row);
    }
}
