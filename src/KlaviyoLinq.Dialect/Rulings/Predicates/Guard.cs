using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary>A test that a member is not null, in front of a comparison of the same member: <c>m.Channel != null &amp;&amp; m.Channel == "email"</c>.</summary>
internal static class Guard
{
    /// <summary>The member that is tested for not being null; null for any other term.</summary>
    internal static MemberPath? Of(Term term) => term is ComparisonTerm { Kind: ComparisonKind.NotEqual } comparison
        ? (comparison.Left, comparison.Right) switch
        {
            (MemberTerm member, ValueTerm { IsKnown: true, Value: null }) => member.Path,
            (ValueTerm { IsKnown: true, Value: null }, MemberTerm member) => member.Path,
            _ => null,
        }
        : null;

    /// <summary>The term without the guards that its comparisons make redundant.</summary>
    internal static Term Without(Term term)
    {
        if (term is OrTerm or)
            return new OrTerm(Without(or.Left), Without(or.Right), or.Fragment);
        if (term is not AndTerm)
            return term;
        Term[] parts = [.. Parts(term).Select(Without)];
        return parts.Where(part => Of(part) is not { } path || !parts.Any(other => Needs(other, path)))
            .Aggregate((left, right) => new AndTerm(left, right, term.Fragment));
    }

    private static IEnumerable<Term> Parts(Term term) => term is AndTerm both ? Parts(both.Left).Concat(Parts(both.Right)) : [term];

    // Whether the term holds only where the member has a value.
    private static bool Needs(Term term, MemberPath path) => term switch
    {
        AndTerm and => Needs(and.Left, path) || Needs(and.Right, path),
        OrTerm or => Needs(or.Left, path) && Needs(or.Right, path),
        ComparisonTerm { Kind: not ComparisonKind.NotEqual, Left: MemberTerm member, Right: ValueTerm { Value: not null } } => member.Path.StartsWith(path),
        ComparisonTerm { Kind: not ComparisonKind.NotEqual, Left: ValueTerm { Value: not null }, Right: MemberTerm member } => member.Path.StartsWith(path),
        StringMatchTerm { Target: MemberTerm member } => member.Path.StartsWith(path),
        ListContainsTerm { Item: MemberTerm member } => member.Path.StartsWith(path),
        MemberTerm member => member.Path.StartsWith(path),
        AnyElementTerm any => any.Collection.StartsWith(path),
        _ => false,
    };
}
