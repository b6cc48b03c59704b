using System.Linq.Expressions;

namespace KlaviyoLinq.Tests.Mapping;

/// <summary>One kind of member: how it is read, sorted by, and filtered by.</summary>
internal abstract class MemberCase
{
    /// <summary>What stands in the filter of the first predicate.</summary>
    internal required string Wire { get; init; }

    internal IReadOnlyList<Expression<Func<Sample, bool>>> Filters { get; init; } = [];

    /// <summary>The rows, projected to the member with and without the id.</summary>
    internal abstract Task<(List<object?> Values, List<(int Id, object? Value)> Pairs)> ProjectAsync(IKlaviyoQueryable<Sample> samples);

    internal abstract object? Read(Sample sample);

    internal abstract IKlaviyoQueryable<Sample> Sort(IKlaviyoQueryable<Sample> samples, bool isDescending);

    /// <summary>What the server sorts by; null where the endpoint takes no such sort key.</summary>
    internal Func<Sample, IComparable?>? Order { get; init; }
}
