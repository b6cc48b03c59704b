namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>A question about one value. A null is never asked about: no comparison holds for it.</summary>
internal abstract class ValueTest
{
    internal abstract bool Holds(ScalarValue value);

    /// <summary>Gets a value that indicates whether the test holds for an object, which cannot be compared but is present.</summary>
    internal virtual bool HoldsForObjects => false;
}
