using CsCheck;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Dialect.Tests.Wire;

/// <summary>Tests that an independent parser reads back every literal unchanged.</summary>
public sealed class LiteralRoundTripTests
{
    private static readonly string[] _awkward = ["\"", "\\", "'", ",", "(", ")", "[", "]", "\\\"", "\"),equals(id,\"x\")", "\n", "😀", "null", "true", ""];

    private static readonly Gen<string> _text = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char['\0', '\u024f'], 0, 40],
        Gen.Int[0, _awkward.Length - 1].Select(i => _awkward[i]).Array[0, 12].Select(string.Concat));

    [Fact]
    public void Any_string_in_a_literal_survives() =>
        _text.Where(IsWellFormed).Sample(text =>
        {
            Comparison read = Read(new ComparisonFilter(FilterOperator.Equals, "email", new StringValue(text)));
            return read.Field == "email" && read.Literals.Single() is { Kind: LiteralKind.Text } literal && literal.Text == text;
        });

    [Fact]
    public void Any_list_of_strings_survives() =>
        _text.Where(IsWellFormed).Array[1, 8].Sample(texts =>
        {
            Comparison read = Read(new ComparisonFilter(FilterOperator.Any, "id", new ListValue([.. texts.Select(text => new StringValue(text))])));
            return read.IsList && read.Literals.Select(literal => literal.Text).SequenceEqual(texts);
        });

    [Fact]
    public void Any_moment_survives_to_the_tick() =>
        Gen.Select(Gen.Long[0, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay], Gen.Int[-14 * 60, 14 * 60]).Sample((ticks, minutes) =>
        {
            DateTimeOffset moment = new DateTimeOffset(ticks + (TimeSpan.TicksPerDay / 2), TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(minutes));
            return Read(new ComparisonFilter(FilterOperator.GreaterThan, "created", new DateTimeValue(moment))).Literals.Single().Instant == moment.UtcTicks;
        });

    private static Comparison Read(ComparisonFilter filter)
    {
        // As it travels: percent-encoded into the address and decoded by the server.
        string sent = Uri.UnescapeDataString(Uri.EscapeDataString(FilterWriter.Write(filter)));
        (FilterExpression? expression, FilterFault? fault) = FilterParser.Parse(sent, FilterGrammar.Published);
        fault.Should().BeNull();
        return (Comparison)expression!;
    }

    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
