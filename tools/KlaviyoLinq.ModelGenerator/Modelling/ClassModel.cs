using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>One generated class: a resource, a component, or the base of a union.</summary>
internal sealed class ClassModel
{
    /// <summary>Maximum number of members that a class can track as received.</summary>
    internal const int MaximumMembers = 64;

    public required string Name { get; init; }

    /// <summary>The resource type's or schema's name.</summary>
    public required string WireName { get; init; }

    public bool IsResource { get; init; }

    /// <summary>The union this class is an alternative of, or null.</summary>
    public UnionModel? Base { get; init; }

    public required IReadOnlyList<PropertyModel> Properties { get; init; }

    /// <summary>All members that an answer can hold, those the base declares included; a member's place is its ordinal.</summary>
    internal IReadOnlyList<PropertyModel> Received => [.. All.Where(property => property.IsReceived)];

    /// <summary>All members that record their assignment, by their places: the received ones come first.</summary>
    internal IReadOnlyList<PropertyModel> Tracked => [.. Received, .. All.Where(property => !property.IsReceived)];

    private IEnumerable<PropertyModel> All => (Base?.Shared ?? []).Concat(Properties);

    internal IEnumerable<PropertyModel> OfRole(PropertyRole role) => Properties.Where(property => property.Role == role);
}
