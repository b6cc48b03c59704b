namespace KlaviyoLinq.Forms;

/// <summary>A piece of the query's source: the operator it stands in, and the C# of the piece itself.</summary>
/// <param name="Operator">The LINQ operator: <c>Where</c>; empty for the query's beginning, before any operator.</param>
/// <param name="Fragment">The piece as C#: <c>p.FirstName == name</c>.</param>
/// <param name="Call">Where the operator was written.</param>
internal sealed record Site(string Operator, Fragment Fragment, KlaviyoCallSite Call)
{
    /// <summary>The piece of the program, from which a place in its source can be found: an expression at run time, a syntax node at compile time.</summary>
    internal object? Origin => Fragment.Origin;

    internal Site At(Fragment fragment) => this with { Fragment = fragment };

    /// <summary>The finding about this piece.</summary>
    internal KlaviyoFinding Finding(KlaviyoFindingCode code, string reason, string advice) =>
        new(code, Operator, Fragment, Call, reason, advice) { Origin = Origin, CountBefore = () => Fragment.Before };
}
