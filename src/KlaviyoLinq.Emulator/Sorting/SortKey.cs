namespace KlaviyoLinq.Emulator.Sorting;

/// <summary>
/// The value by which a row is sorted, made comparable: texts by ordinal, instants and numbers by <paramref name="Number"/>, nulls after everything.
/// </summary>
/// <param name="IsNull">Whether the row has no value.</param>
/// <param name="Number">Ticks, or a number's order-keeping bits.</param>
/// <param name="Text">The text, otherwise null.</param>
internal readonly record struct SortKey(bool IsNull, long Number, string? Text) : IComparable<SortKey>
{
    internal static SortKey Null { get; } = new(true, 0, null);

    public int CompareTo(SortKey other)
    {
        if (IsNull || other.IsNull)
            return IsNull.CompareTo(other.IsNull);
        return Text is null || other.Text is null ? Number.CompareTo(other.Number) : string.CompareOrdinal(Text, other.Text);
    }

    internal static SortKey OfText(string text) => new(false, 0, text);

    internal static SortKey OfTicks(long ticks) => new(false, ticks, null);

    internal static SortKey OfNumber(double number)
    {
        long bits = BitConverter.DoubleToInt64Bits(number);
        return new(false, bits >= 0 ? bits : bits ^ long.MaxValue, null);
    }
}
