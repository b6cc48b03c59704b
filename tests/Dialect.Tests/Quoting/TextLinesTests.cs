using KlaviyoLinq.Quoting;

namespace KlaviyoLinq.Dialect.Tests.Quoting;

public sealed class TextLinesTests
{
    private static readonly string _ninety = new('a', 90);

    [Fact]
    public void A_short_text_is_one_line() => TextLines.Wrap("Filter in memory.", "  ", "    ").Should().Be("  Filter in memory.");

    [Fact]
    public void A_long_text_breaks_at_a_space() => TextLines.Wrap($"{_ninety} b {_ninety} c", "", "    ").Should().Be($"{_ninety} b\n    {_ninety} c");

    [Fact]
    public void A_word_and_the_parentheses_after_it_stay_together() =>
        TextLines.Wrap($"{_ninety} c d (e, f, g, h, i, j, k, l, m, n) o", "", "    ").Should().Be($"{_ninety} c\n    d (e, f, g, h, i, j, k, l, m, n) o");

    [Fact]
    public void A_word_longer_than_a_line_stays_whole() => TextLines.Wrap($"a {_ninety}{_ninety} b", "", "").Should().Be($"a\n{_ninety}{_ninety}\nb");

    [Fact]
    public void Only_line_breaks_and_indentation_are_added()
    {
        string text = string.Join(' ', Enumerable.Range(0, 200).Select(number => number % 7 == 0 ? $"(x{number}, y)" : $"word{number}"));

        string[] lines = TextLines.Wrap(text, "", "    ").Split('\n');

        lines.Should().OnlyContain(line => line.Length <= TextLines.Width);
        string.Join(' ', lines.Select(line => line.Trim())).Should().Be(text);
    }
}
