namespace KlaviyoLinq.Forms;

/// <summary>A part of a predicate or key, as it was written.</summary>
internal abstract class Term(string fragment)
{
    /// <summary>The C# of this part.</summary>
    internal string Fragment { get; } = fragment;
}
