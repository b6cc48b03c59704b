using System.Globalization;

namespace KlaviyoLinq.Emulator.Filtering.Expressions;

/// <summary>One literal of a filter.</summary>
/// <param name="Kind">What it is by its spelling.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="Text">The text without quotes, or the word as written.</param>
internal sealed record FilterLiteral(LiteralKind Kind, int Position, string Text)
{
    internal double Number => double.Parse(Text, CultureInfo.InvariantCulture);

    internal bool IsInteger => Kind == LiteralKind.Number && !Text.AsSpan().ContainsAny('.', 'e', 'E');

    internal bool Boolean => Text == "true";

    /// <summary>The instant in ticks of UTC.</summary>
    internal long Instant => Expressions.Instant.TryParse(Text, out long ticks) ? ticks : throw new FormatException();

    /// <summary>Reads an unquoted word; null when it is not a literal.</summary>
    internal static FilterLiteral? OfWord(FilterToken word)
    {
        LiteralKind? kind = word.Text switch
        {
            "true" or "false" => LiteralKind.Boolean,
            "null" => LiteralKind.Null,
            _ when IsNumber(word.Text) => LiteralKind.Number,
            _ when Expressions.Instant.TryParse(word.Text, out _) => LiteralKind.Instant,
            _ => null,
        };
        return kind is { } known ? new(known, word.Position, word.Text) : null;
    }

    private static bool IsNumber(string text) =>
        text.Length <= 40
        && double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
        && char.IsAsciiDigit(text[^1])
        && (char.IsAsciiDigit(text[0]) || (text[0] == '-' && char.IsAsciiDigit(text[1])));
}
