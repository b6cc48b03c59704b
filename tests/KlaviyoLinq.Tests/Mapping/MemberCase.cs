using System.Linq.Expressions;

namespace KlaviyoLinq.Tests.Mapping;

/// <summary>One kind of member: how it is read, sorted by, and filtered by.</summary>
internal abstract class MemberCase
{
    /// <summary>Expected filter of the first predicate.</summary>
    internal required string Wire { get; init; }

    internal IReadOnlyList<Expression<Func<Sample, bool>>> Filters { get; init; } = [];

    /// <summary>The rows, projected to the member with and without the id.</summary>
    internal abstract Task<(List<object?> Values, List<(int Id, object? Value)> Pairs)> ProjectAsync(IKlaviyoQueryable<Sample> samples);

    internal abstract object? Read(Sample sample);

    internal abstract IKlaviyoQueryable<Sample> Sort(IKlaviyoQueryable<Sample> samples, bool isDescending);

    /// <summary>Sort key of the server; null where the endpoint has none.</summary>
    internal Func<Sample, IComparable?>? Order { get; init; }
}
