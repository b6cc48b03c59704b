namespace KlaviyoLinq.Forms;

/// <summary>A piece of the query's source: the operator it stands in, and the C# of the piece itself.</summary>
/// <param name="Operator">The LINQ operator: <c>Where</c>.</param>
/// <param name="Fragment">The piece as C#: <c>p.FirstName == name</c>.</param>
/// <param name="Call">Where the operator was written.</param>
internal sealed record Site(string Operator, Fragment Fragment, CallSite Call)
{
    internal Site At(Fragment fragment) => this with { Fragment = fragment };
}
