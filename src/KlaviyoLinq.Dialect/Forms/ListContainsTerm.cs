namespace KlaviyoLinq.Forms;

/// <summary>A list searched for a term: <c>ids.Contains(p.Id)</c>.</summary>
internal sealed class ListContainsTerm(Term list, Term item, Fragment fragment) : Term(fragment)
{
    internal Term List { get; } = list;

    internal Term Item { get; } = item;
}
