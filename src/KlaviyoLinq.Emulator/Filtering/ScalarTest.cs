using KlaviyoLinq.Emulator.Filtering.Expressions;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Compares values of any kind with literals of their own kind: the number 1 is not the text "1".</summary>
internal sealed class ScalarTest(IReadOnlyDictionary<LiteralKind, ValueTest> tests) : ValueTest
{
    internal override bool Holds(ScalarValue value) =>
        (tests.TryGetValue(value.Kind, out ValueTest? test) && test.Holds(value))
        || (value.Kind == LiteralKind.Text && tests.TryGetValue(LiteralKind.Instant, out ValueTest? instants) && instants.Holds(value));
}
