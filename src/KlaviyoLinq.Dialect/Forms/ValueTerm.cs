namespace KlaviyoLinq.Forms;

/// <summary>
/// A value that does not depend on the queried resource. At run time it is known: null, a string, a Boolean, a number, a date-time, a list
/// of those, or anything else that C# can hold. The compile-time witness knows only that there will be one.
/// </summary>
internal sealed class ValueTerm(object? value, bool isKnown, Fragment fragment) : Term(fragment)
{
    internal object? Value { get; } = value;

    internal bool IsKnown { get; } = isKnown;

    /// <summary>The number of the value among those that the query captures; null where nobody counts them.</summary>
    internal int? Slot { get; init; }
}
