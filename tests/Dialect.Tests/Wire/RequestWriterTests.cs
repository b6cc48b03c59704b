using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Dialect.Tests.Wire;

public sealed class RequestWriterTests
{
    private static readonly ReadFacts _profiles = KlaviyoCatalogue.Newest.FindRead("/api/profiles")!;

    [Fact]
    public void Everything_outside_RFC_3986_is_percent_encoded() =>
        RequestWriter.Write(new KlaviyoRequest
        {
            Operation = _profiles,
            Filter = new ComparisonFilter(FilterOperator.Any, "email", new ListValue([new StringValue("a+b@c.d"), new StringValue("é&=#?%")])),
            PageSize = 5,
        }).Should().Be("/api/profiles?filter=any%28email%2C%5B%22a%2Bb%40c.d%22%2C%22%C3%A9%26%3D%23%3F%25%22%5D%29&page%5Bsize%5D=5");

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("", "\"\"")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData("back\\slash", "\"back\\\\slash\"")]
    [InlineData("\"),equals(id,\"x", "\"\\\"),equals(id,\\\"x\"")]
    public void No_string_can_end_its_literal(string value, string literal) => WriteValue(new StringValue(value)).Should().Be(literal);

    [Fact]
    public void Moments_keep_their_offset_and_their_precision()
    {
        WriteValue(new DateTimeValue(new DateTimeOffset(2026, 7, 1, 12, 30, 0, TimeSpan.Zero))).Should().Be("2026-07-01T12:30:00Z");
        WriteValue(new DateTimeValue(new DateTimeOffset(2026, 7, 1, 12, 30, 0, TimeSpan.FromHours(-5.5)))).Should().Be("2026-07-01T12:30:00-05:30");
        WriteValue(new DateTimeValue(DateTimeOffset.UnixEpoch.AddTicks(1234567))).Should().Be("1970-01-01T00:00:00.1234567Z");
        WriteValue(new DateTimeValue(DateTimeOffset.UnixEpoch.AddMilliseconds(120))).Should().Be("1970-01-01T00:00:00.12Z");
    }

    [Fact]
    public void The_other_literals_are_bare()
    {
        WriteValue(new BooleanValue(true)).Should().Be("true");
        WriteValue(new NumberValue("33.33")).Should().Be("33.33");
        WriteValue(new NullValue()).Should().Be("null");
    }

    private static string WriteValue(FilterValue value)
    {
        string filter = FilterWriter.Write(new ComparisonFilter(FilterOperator.Equals, "f", value));
        filter.Should().StartWith("equals(f,").And.EndWith(")");
        return filter["equals(f,".Length..^1];
    }
}
