namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>A question about one value. A null is never asked about: no comparison holds for it.</summary>
internal abstract class ValueTest
{
    internal abstract bool Holds(ScalarValue value);

    /// <summary>Whether it holds for an object, of which no comparison can be made but which is certainly there.</summary>
    internal virtual bool HoldsForObjects => false;
}
