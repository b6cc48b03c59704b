namespace KlaviyoLinq.Emulator;

/// <summary>Places of resources without a value in a sorted collection. Klaviyo does not document which one it uses.</summary>
public enum NullPlacement
{
    /// <summary>A missing value is the largest: last in ascending order, first in descending order.</summary>
    Largest,

    /// <summary>A missing value is the smallest: first in ascending order, last in descending order.</summary>
    Smallest,

    /// <summary>Nulls come before all values, in both directions.</summary>
    First,

    /// <summary>Nulls come after all values, in both directions.</summary>
    Last,
}
