using KlaviyoLinq.Emulator.Filtering.Expressions;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>A scalar that a filter looks at.</summary>
/// <param name="text">A string without quotes and escapes; anything else as JSON spells it.</param>
/// <param name="kind">What it is in JSON.</param>
internal readonly ref struct ScalarValue(LiteralKind kind, ReadOnlySpan<byte> text)
{
    internal LiteralKind Kind { get; } = kind;

    internal ReadOnlySpan<byte> Text { get; } = text;
}
