using CsCheck;
using KlaviyoLinq.Http;

namespace KlaviyoLinq.Tests.Http;

/// <summary>The number without a window says which window Remaining and Reset describe; the order says nothing, and nonsense says nothing.</summary>
[Trait("Category", "Culture")]
public sealed class RateLimitHeadersTests
{
    private static readonly string[] _pieces =
        [
            "75", "700", "0", "-1", "99999999999", "1e3", ";w=1", ";w=60", ";w=0", ";w=-1", ";w=99999999999", ";w=", ";w=x", ";burst=9", ";", ",",
            " ", "\t", "=", "w=1", "ü", ";W=1"
        ];

    [Theory]
    [InlineData("75, 75;w=1, 700;w=60", "74", "0", "1 s: 75, 74 left, reset in 0 s", "60 s: 700")]
    [InlineData("700, 75;w=1, 700;w=60", "699", "42", "1 s: 75", "60 s: 700, 699 left, reset in 42 s")]
    [InlineData("700, 700;w=60, 75;w=1", "699", "42", "1 s: 75", "60 s: 700, 699 left, reset in 42 s")]
    [InlineData("700;w=60, 75;w=1, 75", "3", "1", "1 s: 75, 3 left, reset in 1 s", "60 s: 700")]
    [InlineData("700;w=60, 700, 75;w=1", "3", "1", "1 s: 75", "60 s: 700, 3 left, reset in 1 s")]
    [InlineData("7, 8;w=86400, 5;w=1, 7;w=60", "6", "60", "1 s: 5", "60 s: 7, 6 left, reset in 60 s", "86400 s: 8")]
    public void Windows_are_identified_by_their_length_in_any_order(string limit, string remaining, string reset, params string[] windows) =>
        Read(limit, remaining, reset).Should().Equal(windows);

    [Theory]
    [InlineData("30", "1 s: 5", "60 s: 5, 2 left, reset in 30 s")]
    [InlineData("1", "1 s: 5, 2 left, reset in 1 s", "60 s: 5")]
    public void Where_two_windows_have_the_same_limit_the_reset_decides(string reset, params string[] windows)
    {
        Read("5, 5;w=1, 5;w=60", "2", reset).Should().Equal(windows);
        Read("5, 5;w=60, 5;w=1", "2", reset).Should().Equal(windows);
    }

    [Theory]
    [InlineData(null, "2", "1")]
    [InlineData("", "2", "1")]
    [InlineData("75", "2", "1")]
    [InlineData("3;w=1, 60;w=60", "2", "1", "1 s: 3", "60 s: 60")]
    [InlineData("9, 3;w=1, 60;w=60", "2", "1", "1 s: 3", "60 s: 60")]
    [InlineData("3, 3;w=1", null, "1", "1 s: 3, reset in 1 s")]
    [InlineData("3, 3;w=1", "2", null, "1 s: 3, 2 left")]
    [InlineData("3, 3;w=1", null, null, "1 s: 3")]
    [InlineData("3, 60;w=60", "2", "1", "60 s: 60")]
    public void Values_that_are_not_reported_stay_unknown(string? limit, string? remaining, string? reset, params string[] windows) =>
        Read(limit, remaining, reset).Should().Equal(windows);

    [Theory]
    [InlineData("many, many;w=1, 60;w=60", "2", "1", "60 s: 60")]
    [InlineData("0, 0;w=1, 60;w=60", "0", "1", "60 s: 60")]
    [InlineData("-3, -3;w=1, 60;w=60", "2", "1", "60 s: 60")]
    [InlineData("3, 3;w=0, 3;w=-1, 3;w=soon, 3;w=, 3;w=99999999999, 3;w=86401", "2", "1")]
    [InlineData("99999999999, 99999999999;w=1", "2", "1")]
    [InlineData("3.5;w=1, 1e1;w=60, 3 0;w=60", "2", "1")]
    [InlineData(";;;,,,;w=1,w=1;3,=", "2", "1")]
    [InlineData("3, 3;w=1", "few", "-1", "1 s: 3")]
    [InlineData("3, 3;w=1", "-1", "later", "1 s: 3")]
    [InlineData("3, 3;w=1, 4;w=1", "2", "1", "1 s: 3, 2 left, reset in 1 s")]
    public void Invalid_headers_count_as_not_reported(string limit, string remaining, string reset, params string[] windows) =>
        Read(limit, remaining, reset).Should().Equal(windows);

    [Fact]
    public void White_space_further_parameters_and_several_lines_do_not_matter()
    {
        Read("  3 ,3 ; burst=1 ; w=1;policy=x,\t60;w=60 ", " 2 ", " 1").Should().Equal("1 s: 3, 2 left, reset in 1 s", "60 s: 60");

        using HttpResponseMessage answer = new();
        foreach (string line in new[] { "60;w=60", "3", "3;w=1" })
            answer.Headers.TryAddWithoutValidation("ratelimit-limit", line);
        RateLimitHeaders.Read(answer.Headers).Select(Describe).Should().Equal("1 s: 3", "60 s: 60");
    }

    [Fact]
    public void The_items_say_the_same_in_every_order() =>
        Gen.Select(Gen.Int[1, 5000], Gen.Int[1, 5000], Gen.Int[1, 5000], Gen.Int[0, 2], Gen.Int[0, 60], Gen.Shuffle(new[] { 0, 1, 2, 3 })).Sample(
            (burst, steady, daily, described, reset, order) =>
            {
                int[] limits = [burst, steady, daily];
                string[] items = [$"{limits[described]}", $"{burst};w=1", $"{steady};w=60", $"{daily};w=86400"];

                string[] windows = Read(string.Join(", ", order.Select(i => items[i])), "1", $"{reset}");

                windows.Should().Equal(Read(string.Join(", ", items), "1", $"{reset}")).And.HaveCount(3);
            });

    [Fact]
    public void Any_headers_yield_a_few_countable_windows() =>
        Gen.Select(Text(), Text(), Text()).Sample((limit, remaining, reset) =>
        {
            using HttpResponseMessage answer = Answer(limit, remaining, reset);
            IReadOnlyList<KlaviyoRateLimitWindow> windows = RateLimitHeaders.Read(answer.Headers);
            return windows.Count <= 8
                && windows.Select(window => window.Length).Distinct().Order().SequenceEqual(windows.Select(window => window.Length))
                && windows.All(window => window is { Limit: > 0, Remaining: null or >= 0 } && window.Length > TimeSpan.Zero && !(window.Reset < TimeSpan.Zero))
                && windows.Count(window => window.Remaining is not null || window.Reset is not null) <= 1;
        });

    private static Gen<string> Text() => Gen.OneOf(Gen.Int[0, _pieces.Length - 1].Select(i => _pieces[i]).Array[0, 40].Select(string.Concat), Gen.String);

    private static string[] Read(string? limit, string? remaining, string? reset)
    {
        using HttpResponseMessage answer = Answer(limit, remaining, reset);
        return [.. RateLimitHeaders.Read(answer.Headers).Select(Describe)];
    }

    private static HttpResponseMessage Answer(string? limit, string? remaining, string? reset)
    {
        HttpResponseMessage answer = new();
        foreach ((string name, string? value) in new[] { ("RateLimit-Limit", limit), ("RateLimit-Remaining", remaining), ("RateLimit-Reset", reset) })
            if (value is not null)
                answer.Headers.TryAddWithoutValidation(name, value);
        return answer;
    }

    private static string Describe(KlaviyoRateLimitWindow window) =>
        $"{window.Length.TotalSeconds} s: {window.Limit}"
            + (window.Remaining is { } left ? $", {left} left" : "")
            + (window.Reset is { } reset ? $", reset in {reset.TotalSeconds} s" : "");
}
