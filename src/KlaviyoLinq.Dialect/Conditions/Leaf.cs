using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Conditions;

/// <summary>One comparison of one field.</summary>
/// <param name="comparison">The comparison.</param>
/// <param name="filter">What the endpoint says of the field.</param>
/// <param name="isNeverNull">Whether every resource has a value in the field, so that a comparison and its opposite are all there is.</param>
/// <param name="site">The piece of C#.</param>
internal sealed class Leaf(ComparisonFilter comparison, FilterFacts filter, bool isNeverNull, Site site) : Condition(site)
{
    internal ComparisonFilter Comparison { get; } = comparison;

    internal FilterFacts Filter { get; } = filter;

    internal bool IsNeverNull { get; } = isNeverNull;

    internal Leaf With(ComparisonFilter other) => new(other, Filter, IsNeverNull, Site);
}
