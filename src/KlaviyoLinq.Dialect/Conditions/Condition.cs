using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Conditions;

/// <summary>
/// The requirement of a predicate, once every part of it is known to be something that Klaviyo can compare. The grammar decides how conditions
/// may be combined. A closed union: its cases are the classes below.
/// </summary>
internal abstract class Condition
{
    private protected Condition(Site site) => Site = site;

    /// <summary>The piece of C# that the condition comes from.</summary>
    internal Site Site { get; }
}

/// <summary>Conditions that must all hold.</summary>
internal sealed class All(IReadOnlyList<Condition> operands, Site site) : Condition(site)
{
    internal IReadOnlyList<Condition> Operands { get; } = operands;
}

/// <summary>Conditions of which one must hold.</summary>
internal sealed class Either(IReadOnlyList<Condition> operands, Site site) : Condition(site)
{
    internal IReadOnlyList<Condition> Operands { get; } = operands;

    /// <summary>The negation of a conjunction that these alternatives come from; null where the author wrote them.</summary>
    internal Negation? Origin { get; init; }
}

/// <summary>A condition that must not hold. As in C#, it holds wherever its operand does not, missing values included.</summary>
internal sealed class Negation(Condition operand, Site site) : Condition(site)
{
    internal Condition Operand { get; } = operand;
}

/// <summary>One comparison of one field. It never holds where the field is null.</summary>
/// <param name="comparison">The comparison.</param>
/// <param name="path">The member that is compared.</param>
/// <param name="filter">The endpoint's facts about the field.</param>
/// <param name="isNeverNull">True when every resource has a value in the field, so that a comparison and its opposite cover all resources.</param>
/// <param name="site">The piece of C#.</param>
internal sealed class Leaf(ComparisonFilter comparison, MemberPath path, FilterFacts filter, bool isNeverNull, Site site) : Condition(site)
{
    internal ComparisonFilter Comparison { get; } = comparison;

    internal MemberPath Path { get; } = path;

    internal FilterFacts Filter { get; } = filter;

    internal bool IsNeverNull { get; } = isNeverNull;

    internal Leaf With(ComparisonFilter other) => new(other, Path, Filter, IsNeverNull, Site);
}

/// <summary>
/// The condition that a member has a value: <c>x.Field != null</c>. It stays apart from the comparisons until all conditions are known, because most
/// of them are guards that a comparison of the same member makes redundant.
/// </summary>
/// <param name="path">The member.</param>
/// <param name="place">The number of findings before it, so that a finding about it is inserted in order.</param>
/// <param name="site">The piece of C#.</param>
internal sealed class Presence(MemberPath path, int place, Site site) : Condition(site)
{
    internal MemberPath Path { get; } = path;

    internal int Place { get; } = place;
}

/// <summary>A condition whose outcome is known before anything is sent.</summary>
internal sealed class Constant(bool value, Site site) : Condition(site)
{
    internal bool Value { get; } = value;
}

/// <summary>A condition that the author wrote in the filter language; it cannot be checked.</summary>
internal sealed class Raw(RawFilter filter, Site site) : Condition(site)
{
    internal RawFilter Filter { get; } = filter;
}

/// <summary>A part that has been refused already. It keeps its place so that the rest can still be judged.</summary>
/// <param name="site">The piece of C#.</param>
/// <param name="path">The member that it compares, where there is one.</param>
internal sealed class Refused(Site site, MemberPath? path = null) : Condition(site)
{
    internal MemberPath? Path { get; } = path;
}
