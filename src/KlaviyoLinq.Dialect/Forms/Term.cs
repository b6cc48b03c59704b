namespace KlaviyoLinq.Forms;

/// <summary>A part of a predicate or key, as it was written.</summary>
internal abstract class Term(Fragment fragment)
{
    /// <summary>The C# of this part.</summary>
    internal Fragment Fragment { get; } = fragment;
}
