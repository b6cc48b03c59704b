using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Data;

/// <summary>
/// Values in the order in which the emulator sorts by them: texts and enumerations by ordinal, moments and numbers by what they are, nulls last.
/// </summary>
internal sealed class KeyComparer : IComparer<object?>
{
    internal static readonly KeyComparer Instance = new();

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (string left, string right) => string.CompareOrdinal(left, right),
        (IKlaviyoEnum left, IKlaviyoEnum right) => string.CompareOrdinal(left.Value, right.Value),
        (IComparable left, _) => left.CompareTo(y),
        _ => throw new ArgumentOutOfRangeException(nameof(x), x, null),
    };
}
