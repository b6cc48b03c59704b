namespace KlaviyoLinq.Tests.RateLimiting;

public sealed class WindowTextTests
{
    [Theory]
    [InlineData(1, 75, 74, 0.0, "74 of 75 a second")]
    [InlineData(60, 750, null, null, "750 a minute")]
    [InlineData(86400, 100, 0, 3600.0, "0 of 100 a day, more in 3600 s")]
    [InlineData(30, 10, 0, 0.25, "0 of 10 in 30 s, more in 0.25 s")]
    public void A_window_says_in_words_what_it_takes_and_what_is_left(int length, int limit, int? remaining, double? reset, string text) =>
        new KlaviyoRateLimitWindow(TimeSpan.FromSeconds(length), limit, remaining, reset is { } seconds ? TimeSpan.FromSeconds(seconds) : null)
            .ToString().Should().Be(text);
}
