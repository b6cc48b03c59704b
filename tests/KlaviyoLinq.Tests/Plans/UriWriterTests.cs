using System.Text;
using CsCheck;
using KlaviyoLinq.Plans;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Tests.Plans;

/// <summary>The literals that plans write are those of the slow way: written first, percent-encoded then.</summary>
[Trait("Category", "Culture")]
public sealed class UriWriterTests
{
    private const string Telling = "a\"\\%,( ü€\ud83d\ude00~+";

    [Fact]
    public void A_string_is_written_alike() =>
        Gen.Char.Array[0, 300].Select(characters => new string(characters)).Sample(
            text => Written(text) == (IsWellFormed(text) ? WriteValue(new StringValue(text)) : null),
            iter: 3_000);

    [Fact]
    public void A_string_of_reserved_characters_is_written_alike() =>
        Gen.Int[0, Telling.Length - 1].Select(i => Telling[i]).Array[0, 12].Select(characters => new string(characters)).Sample(
            text => Written(text) == (IsWellFormed(text) ? WriteValue(new StringValue(text)) : null),
            iter: 5_000);

    [Fact]
    public void A_date_time_is_written_alike() =>
        Gen.Select(
            Gen.Long[DateTimeOffset.MinValue.Ticks + TimeSpan.TicksPerDay, DateTimeOffset.MaxValue.Ticks - TimeSpan.TicksPerDay], Gen.Int[-840, 840],
            Gen.Int[0, 7])
            .Sample(
            (ticks, offset, digits) =>
            {
                DateTimeOffset moment = new DateTimeOffset(ticks - (ticks % (long)Math.Pow(10, digits)), TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(offset));
                return Written(moment) == WriteValue(new DateTimeValue(moment));
            },
            iter: 5_000);

    [Fact]
    public void Conditions_that_no_filter_can_express_are_not_written()
    {
        foreach (object? value in (object?[])[null, double.NaN, float.PositiveInfinity, new DateTime(2026, 1, 1), Guid.Empty, DayOfWeek.Monday, TimeSpan.Zero])
            Written(value).Should().BeNull();
        Written(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)).Should().Be("2026-01-01T00%3A00%3A00Z");
        Written(1e-9).Should().Be("0.000000001");
        Written(2.5m).Should().Be("2.5");
        Written(-7L).Should().Be("-7");
        Written('c').Should().Be("%22c%22");
        Written(true).Should().Be("true");
    }

    private static string? Written(object? value)
    {
        UriWriter writer = new(stackalloc char[16]);
        try
        {
            return writer.TryAppendLiteral(value) ? writer.ToString() : null;
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static string WriteValue(FilterValue value)
    {
        StringBuilder text = new();
        LiteralWriter.Write(text, value);
        return Uri.EscapeDataString(text.ToString());
    }

    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
                return false;
        }

        return true;
    }
}
