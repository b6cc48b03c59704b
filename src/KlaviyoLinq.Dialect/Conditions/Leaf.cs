using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Conditions;

/// <summary>One comparison of one field. It never holds where the field is null.</summary>
/// <param name="comparison">The comparison.</param>
/// <param name="path">The member that is compared.</param>
/// <param name="filter">What the endpoint says of the field.</param>
/// <param name="isNeverNull">Whether every resource has a value in the field, so that a comparison and its opposite are all there is.</param>
/// <param name="site">The piece of C#.</param>
internal sealed class Leaf(ComparisonFilter comparison, MemberPath path, FilterFacts filter, bool isNeverNull, Site site) : Condition(site)
{
    internal ComparisonFilter Comparison { get; } = comparison;

    internal MemberPath Path { get; } = path;

    internal FilterFacts Filter { get; } = filter;

    internal bool IsNeverNull { get; } = isNeverNull;

    internal Leaf With(ComparisonFilter other) => new(other, Path, Filter, IsNeverNull, Site);
}
