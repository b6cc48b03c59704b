using KlaviyoLinq.Emulator.Filtering.Expressions;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Compares booleans.</summary>
internal sealed class BooleanTest(bool[] operands) : ValueTest
{
    internal override bool Holds(ScalarValue value) => value.Kind == LiteralKind.Boolean && operands.Contains(value.Text.SequenceEqual("true"u8));
}
