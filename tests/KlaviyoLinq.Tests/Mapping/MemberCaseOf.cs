using System.Linq.Expressions;

namespace KlaviyoLinq.Tests.Mapping;

/// <summary>One kind of member, by its type.</summary>
internal sealed class MemberCaseOf<TMember>(Expression<Func<Sample, TMember>> member) : MemberCase
{
    private readonly Func<Sample, TMember> _read = member.Compile();

    internal override async Task<(List<object?> Values, List<(int Id, object? Value)> Pairs)> ProjectAsync(IKlaviyoQueryable<Sample> samples)
    {
        List<TMember> values = await samples.Select(member).ToListAsync();
        ParameterExpression sample = member.Parameters[0];
        var pair = Expression.Lambda<Func<Sample, KeyValuePair<int, TMember>>>(
            Expression.New(
                typeof(KeyValuePair<int, TMember>).GetConstructor([typeof(int), typeof(TMember)])!, Expression.Property(sample, nameof(Sample.Id)),
                member.Body),
            sample);
        List<KeyValuePair<int, TMember>> pairs = await samples.Select(pair).ToListAsync();
        return ([.. values.Cast<object?>()], [.. pairs.Select(row => (row.Key, (object?)row.Value))]);
    }

    internal override object? Read(Sample sample) => _read(sample);

    internal override IKlaviyoQueryable<Sample> Sort(IKlaviyoQueryable<Sample> samples, bool isDescending) =>
        isDescending ? samples.OrderByDescending(member) : samples.OrderBy(member);
}
