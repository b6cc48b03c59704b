using System.Buffers.Text;
using System.Text;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Filtering.Expressions;

namespace KlaviyoLinq.Emulator.Sorting;

/// <summary>Takes the first value of a field down as a sort key, instead of testing it.</summary>
internal sealed class SortKeyCapture(SortKind kind) : ValueTest
{
    private SortKey _key;

    /// <summary>The key of the value that was looked at since the last take, or null's.</summary>
    internal SortKey Take(bool any)
    {
        SortKey key = any ? _key : SortKey.Null;
        _key = default;
        return key;
    }

    internal override bool Holds(ScalarValue value)
    {
        switch (kind)
        {
            case SortKind.Instant when Instant.TryParse(value.Text, out long ticks):
                _key = SortKey.OfTicks(ticks);
                return true;
            case SortKind.Number when Utf8Parser.TryParse(value.Text, out double number, out _):
                _key = SortKey.OfNumber(number);
                return true;
            case SortKind.Text:
                _key = SortKey.OfText(Encoding.UTF8.GetString(value.Text));
                return true;
            default:
                return false;
        }
    }
}
