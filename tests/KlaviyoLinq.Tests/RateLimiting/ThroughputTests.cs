using KlaviyoLinq.Catalogue;
using Xunit.Abstractions;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>The measurement: as much as Klaviyo's windows take, wherever they begin and whatever the network does, and nothing refused.</summary>
public sealed class ThroughputTests(ITestOutputHelper output)
{
    public static TheoryData<string, int, int> Cases()
    {
        TheoryData<string, int, int> cases = new();
        foreach (string path in new[] { "/api/accounts", "/api/tags", "/api/campaigns", "/api/profiles", "/api/catalog-items" })
            foreach (int seed in new[] { 1, 2, 3 })
                foreach (int delay in new[] { 0, 60, 450 })
                    cases.Add(path, seed, delay);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_tier_is_used_up_to_more_than_99_percent_and_nothing_is_refused(string path, int seed, int delay)
    {
        ReadFacts operation = KlaviyoCatalogue.Newest.FindRead(path)!;
        int steady = operation.RateLimit.Steady;
        int minutes = steady > 1000 ? 8 : 60;
        VirtualClock clock = new();
        SimulatedNetwork network = new(clock, seed, TimeSpan.FromMilliseconds(delay / 10.0), TimeSpan.FromMilliseconds(delay));

        // From the first request of a minute's limit to the first one after the limits of all minutes, so that neither end adds or takes a window.
        new OneThread(clock).Run(
            () => Task.WhenAll(Enumerable.Range(0, 2 * operation.RateLimit.Burst).Select(_ => network.WorkAsync(operation, (minutes * steady) + 1))));

        double share = minutes / network.Last.TotalMinutes;
        output.WriteLine($"{operation.RateLimit.Burst}/{steady}, phase {seed}, up to {delay} ms each way: {share:P2}, refused {network.Refused} of {network.Taken + network.Refused}");
        share.Should().BeGreaterThanOrEqualTo(0.99, "{0} requests took {1}", network.Taken, network.Last);
        ((double)network.Refused / network.Taken).Should().BeLessThanOrEqualTo(0.001);
    }
}
