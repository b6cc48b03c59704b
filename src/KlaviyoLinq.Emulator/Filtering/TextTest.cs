using System.Text;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Compares text by its UTF-8 bytes: case matters, no culture has a say.</summary>
internal sealed class TextTest(FilterOperator comparing, IReadOnlyList<string> operands) : ValueTest
{
    private readonly byte[][] _operands = [.. operands.Select(Encoding.UTF8.GetBytes)];

    internal IReadOnlyList<string> Operands => operands;

    internal bool IsEquality => comparing is FilterOperator.Equals or FilterOperator.Any;

    internal override bool Holds(ScalarValue value)
    {
        foreach (byte[] operand in _operands)
            if (Holds(value.Text, operand))
                return true;
        return false;
    }

    private bool Holds(ReadOnlySpan<byte> text, ReadOnlySpan<byte> operand) => comparing switch
    {
        FilterOperator.Equals or FilterOperator.Any or FilterOperator.ContainsAny => text.SequenceEqual(operand),
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
