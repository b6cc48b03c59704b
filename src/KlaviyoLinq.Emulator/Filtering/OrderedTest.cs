using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Compares values that have an order: instants (as ticks) and numbers.</summary>
internal abstract class OrderedTest<T>(FilterOperator comparing, T[] operands) : ValueTest
    where T : struct, IComparable<T>
{
    internal sealed override bool Holds(ScalarValue value)
    {
        if (!TryRead(value, out T actual))
            return false;
        foreach (T operand in operands)
            if (Holds(actual.CompareTo(operand)))
                return true;
        return false;
    }

    protected abstract bool TryRead(ScalarValue value, out T actual);

    private bool Holds(int order) => comparing switch
    {
        FilterOperator.Equals or FilterOperator.Any or FilterOperator.ContainsAny => order == 0,
        FilterOperator.GreaterThan => order > 0,
        FilterOperator.GreaterOrEqual => order >= 0,
        FilterOperator.LessThan => order < 0,
        FilterOperator.LessOrEqual => order <= 0,
        _ => false,
    };
}
