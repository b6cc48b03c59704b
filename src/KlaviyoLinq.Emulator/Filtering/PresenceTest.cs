namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Holds for every value: a field for which it holds once is there and not null.</summary>
internal sealed class PresenceTest : ValueTest
{
    internal static PresenceTest Instance { get; } = new();

    internal override bool Holds(ScalarValue value) => true;

    internal override bool HoldsForObjects => true;
}
