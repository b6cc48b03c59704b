using System.CommandLine;

namespace KlaviyoLinq.Emulator;

/// <summary>The emulator as a program of its own.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments)
    {
        Option<int> port = new("--port") { Description = "The TCP port on 127.0.0.1; 0 takes a free one.", DefaultValueFactory = _ => 0 };
        Option<int> seed = new("--seed") { Description = "Where the chance of the generated data begins.", DefaultValueFactory = _ => 1 };
        Option<int> profiles = new("--profiles") { Description = "How many profiles are generated.", DefaultValueFactory = _ => 1000 };
        Option<int> events = new("--events") { Description = "How many events are generated.", DefaultValueFactory = _ => 5000 };
        Option<FilterGrammar> grammar = new("--grammar") { Description = "The filter language.", DefaultValueFactory = _ => FilterGrammar.Published };
        Option<Strictness> strictness = new("--strictness") { Description = "Which rules are enforced.", DefaultValueFactory = _ => Strictness.Documented };
        Option<bool> limits = new("--rate-limits") { Description = "Whether requests are counted, and refused with 429 where there are too many." };
        RootCommand command = new("A Klaviyo of your own.") { port, seed, profiles, events, grammar, strictness, limits };
        command.SetAction((parsed, cancellationToken) => RunOrExplainAsync(
            new KlaviyoEmulatorOptions
            {
                Port = parsed.GetValue(port),
                Seed = parsed.GetValue(seed),
                Data = new DataSize { Profiles = parsed.GetValue(profiles), Events = parsed.GetValue(events) },
                Grammar = parsed.GetValue(grammar),
                Strictness = parsed.GetValue(strictness),
                RateLimits = parsed.GetValue(limits) ? new RateLimitSettings() : null,
                RememberedRequests = 0,
            },
            cancellationToken));
        return command.Parse(arguments).InvokeAsync();
    }

    private static async Task<int> RunOrExplainAsync(KlaviyoEmulatorOptions options, CancellationToken stopped)
    {
        try
        {
            return await RunAsync(options, stopped);
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task<int> RunAsync(KlaviyoEmulatorOptions options, CancellationToken stopped)
    {
        long start = options.TimeProvider.GetTimestamp();
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options, stopped);
        Console.WriteLine($"Klaviyo emulator, {options.Catalogue}");
        Console.WriteLine($"  listens on {emulator.BaseAddress}");
        foreach (string type in new[] { "profile", "event", "metric", "list", "segment", "campaign", "catalog-item" })
            Console.WriteLine($"  {type,-13}{emulator.Count(type),10:N0}");
        Console.WriteLine($"  ready after {options.TimeProvider.GetElapsedTime(start).TotalMilliseconds:N0} ms, {Environment.WorkingSet / (1024 * 1024):N0} MiB");
        Console.WriteLine("  Ctrl+C stops it.");
        TaskCompletionSource stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (stopped.Register(stop.SetResult))
            await stop.Task;
        return 0;
    }
}
