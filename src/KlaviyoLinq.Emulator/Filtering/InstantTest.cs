using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Filtering.Expressions;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Compares instants, however they are written.</summary>
internal sealed class InstantTest(FilterOperator comparing, long[] operands) : OrderedTest<long>(comparing, operands)
{
    protected override bool TryRead(ScalarValue value, out long actual) => Instant.TryParse(value.Text, out actual);
}
