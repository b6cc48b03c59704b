using System.Text;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Compares text by its UTF-8 bytes: case matters, no culture has a say.</summary>
internal sealed class TextTest(FilterOperator comparing, IReadOnlyList<string> operands) : ValueTest
{
    /// <summary>The operands, sorted for a binary search.</summary>
    private readonly byte[][] _operands =
        [.. operands.Select(Encoding.UTF8.GetBytes).Order(Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)))];

    internal IReadOnlyList<string> Operands => operands;

    internal bool IsEquality => comparing is FilterOperator.Equals or FilterOperator.Any or FilterOperator.ContainsAny;

    internal override bool Holds(ScalarValue value)
    {
        if (IsEquality)
            return IsOperand(value.Text);
        foreach (byte[] operand in _operands)
            if (Holds(value.Text, operand))
                return true;
        return false;
    }

    private bool IsOperand(ReadOnlySpan<byte> text)
    {
        int low = 0;
        int high = _operands.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            int order = _operands[middle].AsSpan().SequenceCompareTo(text);
            if (order == 0)
                return true;
            if (order < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return false;
    }

    private bool Holds(ReadOnlySpan<byte> text, ReadOnlySpan<byte> operand) => comparing switch
    {
        FilterOperator.Contains => text.IndexOf(operand) >= 0,
        FilterOperator.StartsWith => text.StartsWith(operand),
        FilterOperator.EndsWith => text.EndsWith(operand),
        FilterOperator.GreaterThan => text.SequenceCompareTo(operand) > 0,
        FilterOperator.GreaterOrEqual => text.SequenceCompareTo(operand) >= 0,
        FilterOperator.LessThan => text.SequenceCompareTo(operand) < 0,
        FilterOperator.LessOrEqual => text.SequenceCompareTo(operand) <= 0,
        _ => false,
    };
}
