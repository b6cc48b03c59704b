using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>Finds the members that all alternatives of a union have: its base class declares them.</summary>
internal static class SharedMembers
{
    internal static IReadOnlyList<MemberSpec> Of(IReadOnlyList<ComponentSpec> alternatives) =>
    [
        .. alternatives[0].Members
            .Select(member => alternatives.Select(alternative => alternative.Members.FirstOrDefault(other => other.Name == member.Name)).ToArray())
            .Where(members => members.All(member => member is not null) && members.All(member => Alike(members[0]!, member!)))
            .Select(members => Merge([.. members.Select(member => member!)])),
    ];

    private static bool Alike(MemberSpec left, MemberSpec right) =>
        left.Kind == right.Kind
        && left.Array == right.Array
        && left.Kind is not MemberKind.Any
        && left.Components.SequenceEqual(right.Components)
        && (left.Values.Count == 0) == (right.Values.Count == 0);

    private static MemberSpec Merge(MemberSpec[] members) => members[0] with
    {
        Nullable = members.Any(member => member.Nullable),
        Required = members.All(member => member.Required),
        Values = [.. members.SelectMany(member => member.Values).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };
}
