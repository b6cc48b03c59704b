using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Filtering.Expressions;

namespace KlaviyoLinq.Emulator.Tests.Filtering;

[Trait("Category", "Culture")]
public sealed class InstantTests
{
    [Theory]
    [InlineData("2023-02-07", "2023-02-07T00:00:00Z")]
    [InlineData("2023-02-07T10:11", "2023-02-07T10:11:00Z")]
    [InlineData("2023-02-07T10:11:12", "2023-02-07T10:11:12Z")]
    [InlineData("2023-02-07 10:11:12+00:00", "2023-02-07T10:11:12Z")]
    [InlineData("2023-02-07T10:11:12Z", "2023-02-07T10:11:12Z")]
    [InlineData("2023-02-07T10:11:12+0000", "2023-02-07T10:11:12Z")]
    [InlineData("2023-02-07T10:11:12+02:00", "2023-02-07T08:11:12Z")]
    [InlineData("2023-02-07T10:11:12-0530", "2023-02-07T15:41:12Z")]
    [InlineData("2023-02-07T10:11:12.867000+00:00", "2023-02-07T10:11:12.867Z")]
    [InlineData("2023-02-07T10:11:12.123456789Z", "2023-02-07T10:11:12.1234567Z")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00Z")]
    public void Every_form_in_use_is_read(string text, string instant)
    {
        Instant.TryParse(text, out long ticks).Should().BeTrue();

        ticks.Should().Be(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).UtcTicks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2023")]
    [InlineData("2023-02")]
    [InlineData("2023-02-29")]
    [InlineData("0000-01-01")]
    [InlineData("2023-02-07T")]
    [InlineData("2023-02-07T24:00:00Z")]
    [InlineData("2023-02-07T10:60:00Z")]
    [InlineData("2023-02-07T10:11:12.Z")]
    [InlineData("2023-02-07T10:11:12.1234567890Z")]
    [InlineData("2023-02-07T10:11:12+15:00")]
    [InlineData("2023-02-07T10:11:12z")]
    [InlineData("2023-02-07T10:11:12Z ")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("２０２３-02-07")]
    public void Anything_else_is_not(string text) => Instant.TryParse(text, out _).Should().BeFalse();
}
