using System.Buffers.Text;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Compares numbers; a number that Klaviyo sends as a string counts as one.</summary>
internal sealed class NumberTest(FilterOperator comparing, double[] operands) : OrderedTest<double>(comparing, operands)
{
    protected override bool TryRead(ScalarValue value, out double actual) =>
        Utf8Parser.TryParse(value.Text, out actual, out int read) && read == value.Text.Length;
}
