namespace KlaviyoLinq.Forms;

/// <summary>A part of a predicate or key, as it was written. A closed union: its cases are the classes below.</summary>
internal abstract class Term
{
    private protected Term(Fragment fragment) => Fragment = fragment;

    /// <summary>The C# of this part.</summary>
    internal Fragment Fragment { get; }

    /// <summary>The conjunction of two terms. A term that is known to be true or false is folded away.</summary>
    internal static Term And(Term left, Term right, Fragment fragment) => Joined(left, right, isAll: true, fragment);

    /// <summary>The disjunction of two terms. A term that is known to be true or false is folded away.</summary>
    internal static Term Or(Term left, Term right, Fragment fragment) => Joined(left, right, isAll: false, fragment);

    /// <summary>The conjunction or the disjunction of two terms, folded.</summary>
    internal static Term Joined(Term left, Term right, bool isAll, Fragment fragment) => (left, right) switch
    {
        (ValueTerm { Value: bool known }, _) => known == isAll ? right : left,
        (_, ValueTerm { Value: bool known }) => known == isAll ? left : right,
        _ => isAll ? new AndTerm(left, right, fragment) : new OrTerm(left, right, fragment),
    };

    /// <summary>The negation of a term. A known term is inverted, and a double negation is removed.</summary>
    internal static Term Negated(Term operand, Fragment fragment) => operand switch
    {
        ValueTerm { Value: bool known } => new ValueTerm(!known, true, fragment),
        NotTerm twice => twice.Operand,
        _ => new NotTerm(operand, fragment),
    };

    /// <summary>
    /// <c>test ? whenTrue : whenFalse</c> as a junction, which needs one branch that is known; null where neither is, since the test would have to be
    /// sent twice.
    /// </summary>
    /// <param name="test">Reads the test. It is not read where both branches agree.</param>
    /// <param name="whenTrue">The branch for a test that holds.</param>
    /// <param name="whenFalse">The other branch.</param>
    /// <param name="testFragment">The C# of the test.</param>
    /// <param name="fragment">The C# of the whole.</param>
    internal static Term? Conditional(Func<Term> test, Term whenTrue, Term whenFalse, Fragment testFragment, Fragment fragment) => (whenTrue, whenFalse) switch
    {
        (ValueTerm { Value: bool left }, ValueTerm { Value: bool right }) when left == right => new ValueTerm(left, true, fragment),
        (ValueTerm { Value: true }, _) => Or(test(), whenFalse, fragment),
        (ValueTerm { Value: false }, _) => And(Negated(test(), testFragment), whenFalse, fragment),
        (_, ValueTerm { Value: true }) => Or(Negated(test(), testFragment), whenTrue, fragment),
        (_, ValueTerm { Value: false }) => And(test(), whenTrue, fragment),
        _ => null,
    };
}

/// <summary>A member of the queried resource.</summary>
internal sealed class MemberTerm(MemberPath path, Fragment fragment) : Term(fragment)
{
    internal MemberPath Path { get; } = path;
}

/// <summary>
/// A value that does not depend on the queried resource. At run time it is known: null, a string, a Boolean, a number, a date-time, a list
/// of those, or any other value of C#. At compile time the witness knows only that there will be one.
/// </summary>
internal sealed class ValueTerm(object? value, bool isKnown, Fragment fragment) : Term(fragment)
{
    internal object? Value { get; } = value;

    internal bool IsKnown { get; } = isKnown;

    /// <summary>The number of the value among the captured values of the query; null for a value without a number.</summary>
    internal int? Slot { get; init; }
}

/// <summary>Two terms compared: <c>p.Created > since</c>.</summary>
internal sealed class ComparisonTerm(ComparisonKind kind, Term left, Term right, Fragment fragment) : Term(fragment)
{
    internal ComparisonKind Kind { get; } = kind;

    internal Term Left { get; } = left;

    internal Term Right { get; } = right;
}

/// <summary>A string searched for another: <c>t.Name.StartsWith("A")</c>.</summary>
internal sealed class StringMatchTerm(StringMatchKind kind, Term target, Term pattern, bool ignoresCase, Fragment fragment) : Term(fragment)
{
    internal StringMatchKind Kind { get; } = kind;

    internal Term Target { get; } = target;

    internal Term Pattern { get; } = pattern;

    /// <summary>Indicates a comparison other than the ordinal, case-sensitive one.</summary>
    internal bool IgnoresCase { get; } = ignoresCase;
}

/// <summary>A list searched for a term: <c>ids.Contains(p.Id)</c>.</summary>
internal sealed class ListContainsTerm(Term list, Term item, Fragment fragment) : Term(fragment)
{
    internal Term List { get; } = list;

    internal Term Item { get; } = item;
}

/// <summary>
/// A collection of the resource of which one element must satisfy a predicate: <c>c.CampaignMessages.Any(m => m.Channel == "email")</c>.
/// The member paths of the predicate start at the queried resource and pass through the collection.
/// </summary>
internal sealed class AnyElementTerm(MemberPath collection, Term? predicate, Fragment fragment) : Term(fragment)
{
    internal MemberPath Collection { get; } = collection;

    /// <summary>The predicate; null for <c>Any()</c>, which any element satisfies.</summary>
    internal Term? Predicate { get; } = predicate;
}

/// <summary>Two terms that must both hold.</summary>
internal sealed class AndTerm(Term left, Term right, Fragment fragment) : Term(fragment)
{
    internal Term Left { get; } = left;

    internal Term Right { get; } = right;
}

/// <summary>Two terms of which one must hold.</summary>
internal sealed class OrTerm(Term left, Term right, Fragment fragment) : Term(fragment)
{
    internal Term Left { get; } = left;

    internal Term Right { get; } = right;
}

/// <summary>A term that must not hold.</summary>
internal sealed class NotTerm(Term operand, Fragment fragment) : Term(fragment)
{
    internal Term Operand { get; } = operand;
}

/// <summary>Code that the witness cannot read as any other term.</summary>
/// <param name="what">A description that follows the word "is": <c>a call of Profile.Score()</c>.</param>
/// <param name="fragment">The C#.</param>
/// <param name="kind">Its kind, which selects the advice.</param>
internal sealed class OpaqueTerm(string what, Fragment fragment, OpaqueKind kind = OpaqueKind.Code) : Term(fragment)
{
    internal string What { get; } = what;

    internal OpaqueKind Kind { get; } = kind;

    /// <summary>The collection that it computes over; null where that is not a collection of the resource.</summary>
    internal MemberPath? Collection { get; init; }
}
