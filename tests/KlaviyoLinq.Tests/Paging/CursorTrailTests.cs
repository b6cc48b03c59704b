using CsCheck;
using KlaviyoLinq.Paging;

namespace KlaviyoLinq.Tests.Paging;

/// <summary>A chain of cursors that runs into itself is noticed, whatever the length of the circle, and no other.</summary>
public sealed class CursorTrailTests
{
    [Fact]
    public void A_circle_that_is_short_is_found_at_its_first_return() =>
        Gen.Select(Gen.Int[0, 3_000], Gen.Int[1, 1_000]).Sample(
            (before, length) => StepsUntilFound(before, length) == before + length,
            iter: 200);

    [Fact]
    public void A_longer_circle_is_found_within_a_few_rounds() =>
        Gen.Select(Gen.Int[0, 5_000], Gen.Int[1_025, 5_000]).Sample(
            (before, length) => StepsUntilFound(before, length) is var steps && steps >= before + length && steps <= 3 * (before + length),
            iter: 100);

    [Fact]
    public void A_long_chain_without_a_circle_is_let_through()
    {
        CursorTrail trail = new();
        for (int i = 0; i < 100_000; i++)
            trail.Add($"cursor {i}").Should().BeTrue();
    }

    private static int StepsUntilFound(int before, int length)
    {
        CursorTrail trail = new();
        for (int step = 0; ; step++)
            if (!trail.Add($"cursor {(step < before ? step : before + ((step - before) % length))}"))
                return step;
    }
}
