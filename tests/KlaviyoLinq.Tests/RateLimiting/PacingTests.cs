using KlaviyoLinq.Catalogue;
using KlaviyoLinq.RateLimiting;
using Xunit.Abstractions;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>
/// The measurement of fairness: exports that never stop, and interactive queries beside them, on a virtual clock against the emulator's windows.
/// </summary>
public sealed class PacingTests(ITestOutputHelper output)
{
    private const int Minutes = 30, Users = 3, Senders = 24;

    private static readonly ReadFacts _operation = KlaviyoCatalogue.Newest.FindRead("/api/profiles")!;

    public static TheoryData<int, int, int> Cases()
    {
        TheoryData<int, int, int> cases = new();
        foreach (int exports in new[] { 1, 2, 4, 8 })
            foreach (int seed in new[] { 1, 2, 3 })
                foreach (int delay in new[] { 0, 60, 450 })
                    cases.Add(exports, seed, delay);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Interactive_queries_beside_paced_exports_wait_for_two_seconds_at_most_and_no_throughput_is_lost(int exports, int seed, int delay)
    {
        Measured measured = Measure(exports, seed, delay, isPaced: true);

        output.WriteLine($"{exports} exports, phase {seed}, up to {delay} ms each way: {measured.Share:P2}, refused {measured.Refused}, longest wait {measured.LongestWait.TotalSeconds:0.00} s");
        measured.LongestWait.Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(2));
        measured.Share.Should().BeGreaterThanOrEqualTo(0.99);
        measured.Refused.Should().Be(0);
        measured.Queries.Should().BeGreaterThan(500);
    }

    [Fact]
    public void Beside_an_export_that_is_not_paced_the_first_pages_of_new_queries_come_first_when_the_minute_is_over()
    {
        Measured measured = Measure(exports: 1, seed: 1, delay: 60, isPaced: false);

        output.WriteLine($"not paced: {measured.Share:P2}, longest wait {measured.LongestWait.TotalSeconds:0.00} s");
        measured.LongestWait.TotalSeconds.Should().BeInRange(40, 55, "the export has used the minute up in its first ten seconds");
        measured.Share.Should().BeGreaterThanOrEqualTo(0.99);
        measured.Refused.Should().Be(0);
    }

    [Theory]
    [InlineData(false, 9, 12)]
    [InlineData(true, 58, 61)]
    public void A_lone_run_of_a_minutes_requests_takes_ten_seconds_and_a_paced_one_the_minute(bool isPaced, double least, double most)
    {
        VirtualClock clock = new();
        SimulatedNetwork network = new(clock, seed: 1, TimeSpan.Zero, TimeSpan.FromMilliseconds(60));
        RunTurn turn = new();

        new OneThread(clock).Run(() => Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => network.WorkAsync(_operation, 750, turn, isPaced))));

        network.Last.TotalSeconds.Should().BeInRange(least, most);
        network.Refused.Should().Be(0);
    }

    private static Measured Measure(int exports, int seed, int delay, bool isPaced)
    {
        int wanted = (Minutes * _operation.RateLimit.Steady) + 1;
        VirtualClock clock = new();
        SimulatedNetwork network = new(clock, seed, TimeSpan.FromMilliseconds(delay / 10.0), TimeSpan.FromMilliseconds(delay));
        Random chance = new(seed);
        Measured measured = new();

        new OneThread(clock).Run(
            () => Task.WhenAll([.. Enumerable.Range(0, exports).Select(_ => ExportAsync()), .. Enumerable.Range(0, Users).Select(_ => UseAsync())]));

        measured.Share = Minutes / network.Last.TotalMinutes;
        measured.Refused = network.Refused;
        return measured;

        Task ExportAsync()
        {
            RunTurn turn = new();
            return Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => network.WorkAsync(_operation, wanted, turn, isPaced)));
        }

        // A user thinks, and then reads up to three pages one after the other.
        async Task UseAsync()
        {
            while (network.Taken < wanted)
            {
                await Task.Delay(TimeSpan.FromSeconds(4 * chance.NextDouble()), clock);
                RunTurn turn = new();
                TimeSpan wait = TimeSpan.Zero;
                for (int pages = chance.Next(1, 4); pages > 0; pages--)
                    wait += await network.SendAsync(_operation, wanted, new PermitRequest(turn, false, TimeSpan.MaxValue));
                measured.Queries++;
                measured.LongestWait = wait > measured.LongestWait ? wait : measured.LongestWait;
            }
        }
    }

    private sealed class Measured
    {
        internal double Share { get; set; }

        internal int Refused { get; set; }

        internal int Queries { get; set; }

        internal TimeSpan LongestWait { get; set; }
    }
}
