using System.Globalization;
using System.Text;
using CsCheck;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.Tests.Documents;

[Trait("Category", "Culture")]
public sealed class DateTextTests
{
    [Theory]
    [InlineData("2026-07-01T22:35:06+00:00", "2026-07-01T22:35:06.0000000+00:00")]
    [InlineData("2026-03-19T14:19:29.813005+00:00", "2026-03-19T14:19:29.8130050+00:00")]
    [InlineData("2026-03-19T14:19:29.867000+00:00", "2026-03-19T14:19:29.8670000+00:00")]
    [InlineData("2026-07-01T22:35:06Z", "2026-07-01T22:35:06.0000000+00:00")]
    [InlineData("2026-07-01t22:35:06.5z", "2026-07-01T22:35:06.5000000+00:00")]
    [InlineData("2026-07-01T22:35:06+0000", "2026-07-01T22:35:06.0000000+00:00")]
    [InlineData("2026-07-01T22:35:06-0730", "2026-07-01T22:35:06.0000000-07:30")]
    [InlineData("2026-07-01T22:35:06+02", "2026-07-01T22:35:06.0000000+02:00")]
    [InlineData("2026-07-01 22:35:06", "2026-07-01T22:35:06.0000000+00:00")]
    [InlineData("2026-07-01T22:35", "2026-07-01T22:35:00.0000000+00:00")]
    [InlineData("2026-07-01", "2026-07-01T00:00:00.0000000+00:00")]
    [InlineData("2024-02-29T00:00:00.123456789Z", "2024-02-29T00:00:00.1234567+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999+00:00", "9999-12-31T23:59:59.9999999+00:00")]
    public void A_date_time_is_read_however_Klaviyo_writes_it(string text, string read)
    {
        DateText.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset moment).Should().BeTrue();
        moment.ToString("O", CultureInfo.InvariantCulture).Should().Be(read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-7-1")]
    [InlineData("2026-02-30")]
    [InlineData("0000-01-01")]
    [InlineData("2026-13-01")]
    [InlineData("2026-00-10")]
    [InlineData("2026-07-01T")]
    [InlineData("2026-07-01T22")]
    [InlineData("2026-07-01T24:00:00Z")]
    [InlineData("2026-07-01T22:60:00Z")]
    [InlineData("2026-07-01T22:35:60Z")]
    [InlineData("2026-07-01T22:35:06.Z")]
    [InlineData("2026-07-01T22:35:06+")]
    [InlineData("2026-07-01T22:35:06+0")]
    [InlineData("2026-07-01T22:35:06+00-00")]
    [InlineData("2026-07-01T22:35:06+14:01")]
    [InlineData("2026-07-01T22:35:06+00:60")]
    [InlineData("2026-07-01T22:35:06ZZ")]
    [InlineData("2026-07-01X22:35:06Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("20260701T223506Z")]
    public void Text_that_is_not_a_date_time_is_rejected(string text) =>
        DateText.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset _).Should().BeFalse();

    [Fact]
    public void Every_moment_comes_back_from_its_RFC_3339_text() =>
        Gen.DateTimeOffset.Sample(moment =>
        {
            string text = moment.ToString("O", CultureInfo.InvariantCulture);
            DateText.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset read).Should().BeTrue(text);
            (read, read.Offset).Should().Be((moment, moment.Offset));
        });

    [Fact]
    public void No_text_makes_the_parser_fail_instead_of_refusing() =>
        Gen.String[Gen.Char["0123456789-:TZ .+tz,"], 0, 40].Sample(text =>
        {
            DateText.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset _);
        });

    [Theory]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-07-01T22:35:06+00:00", true)]
    [InlineData("2026-07-01 or so", false)]
    [InlineData("2026-07", false)]
    public void A_date_is_the_day_as_it_is_written(string text, bool isDate)
    {
        DateText.TryParse(Encoding.UTF8.GetBytes(text), out DateOnly date).Should().Be(isDate);
        if (isDate)
            date.Should().Be(new DateOnly(2026, 7, 1));
    }
}
