namespace KlaviyoLinq.Forms;

/// <summary>Something that the witness could not read as any other term.</summary>
/// <param name="what">What it is, to be read after "is": <c>a call of Profile.Score()</c>.</param>
/// <param name="fragment">The C#.</param>
/// <param name="kind">Its kind, where it is one that people often write.</param>
internal sealed class OpaqueTerm(string what, Fragment fragment, OpaqueKind kind = OpaqueKind.Code) : Term(fragment)
{
    internal string What { get; } = what;

    internal OpaqueKind Kind { get; } = kind;

    /// <summary>The collection that it computes over; null where that is not one of the resource.</summary>
    internal MemberPath? Collection { get; init; }
}
