using KlaviyoLinq.Samples.Export.Reporting;

namespace KlaviyoLinq.Export.Tests;

/// <summary>Tests of the estimated completion.</summary>
public sealed class CoverageTests
{
    private static readonly DateTimeOffset _from = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_share_is_that_of_the_time_covered_and_the_rest_takes_as_long_as_it_did()
    {
        HandClock clock = new();
        Coverage coverage = new(_from, _from.AddDays(100), clock);
        coverage.Left.Should().BeNull();

        clock.Advance(TimeSpan.FromMinutes(5));
        coverage.Reach(_from.AddDays(3), _from.AddDays(20));

        coverage.Done.Should().BeApproximately(0.2, 1e-9);
        coverage.Left!.Value.Should().BeCloseTo(TimeSpan.FromMinutes(20), TimeSpan.FromMilliseconds(1));
        coverage.Complete();
        (coverage.Done, coverage.Left).Should().Be((1, TimeSpan.Zero));
    }

    [Fact]
    public void Without_a_beginning_it_begins_with_the_first_row()
    {
        Coverage coverage = new(null, _from.AddDays(10), new HandClock());

        coverage.Reach(_from, _from);
        coverage.Done.Should().Be(0);
        coverage.Reach(_from, _from.AddDays(4));
        coverage.Done.Should().BeApproximately(0.4, 1e-9);
        coverage.Reach(_from, _from.AddDays(40));
        coverage.Done.Should().Be(1);
    }

    [Fact]
    public void Work_of_an_earlier_run_counts_as_done_but_not_for_the_pace()
    {
        HandClock clock = new();
        Coverage coverage = new(null, _from.AddDays(100), clock);
        coverage.Resume(_from, _from.AddDays(50));

        coverage.Done.Should().BeApproximately(0.5, 1e-9);
        coverage.Left.Should().BeNull();
        clock.Advance(TimeSpan.FromMinutes(1));
        coverage.Reach(_from, _from.AddDays(60));
        coverage.Left!.Value.Should().BeCloseTo(TimeSpan.FromMinutes(4), TimeSpan.FromMilliseconds(1));
    }
}
