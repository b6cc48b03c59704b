using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>Finds the typed member of every filter field: a field without one could be requested by a string only.</summary>
internal sealed class FilterPaths(ApiModel model, OverridesFile overrides)
{
    private readonly HashSet<FilterPathOverride> _asked = [];

    /// <summary>Returns whether an operation's filter field refers to the member; <c>messages.channel</c> belongs to the related messages.</summary>
    internal static bool Owns(FilterOnlyOverride only, OperationSpec operation, FilterSpec filter) =>
        only.Path is null
            ? operation.ResourceType == only.Resource && filter.Field == only.Field
            : filter.Field == only.Path;

    /// <summary>The path, or null when the model has none that fits the field's kind.</summary>
    internal FilterMember? Find(OperationSpec operation, FilterSpec filter)
    {
        ClassModel type = model.Resource(operation.ResourceType);
        if (type.OfRole(PropertyRole.FilterOnly).FirstOrDefault(property => property.WireName == filter.Field) is { } own)
            return new FilterMember(own.Name, own.Type);
        FilterPathOverride? given = overrides.FilterPaths.FirstOrDefault(path => path.Resource == operation.ResourceType && path.Field == filter.Field);
        if (given is not null)
            _asked.Add(given);
        return Walk(type, [.. (given?.Path ?? filter.Field).Split('.')], "", filter);
    }

    /// <summary>The path of a sort key, or null when the model has none that leads to one value.</summary>
    internal FilterMember? FindSortKey(OperationSpec operation, string key)
    {
        var anyKind = new FilterSpec(key, null, []);
        FilterMember? member = Find(operation, anyKind);
        return member is null || member.Path.Contains("[]", StringComparison.Ordinal) ? null : member;
    }

    /// <summary>Returns whether the model has a member for a fieldset's member, possibly in one alternative of a union.</summary>
    internal bool Reads(string resourceType, string member) => Reads(model.Resource(resourceType), [.. member.Split('.')], throughUnions: true);

    /// <summary>Returns whether the model has a member for a fieldset's member outside unions.</summary>
    internal bool ReadsPlainly(string resourceType, string member) => Reads(model.Resource(resourceType), [.. member.Split('.')], throughUnions: false);

    internal void EnsureAllUsed()
    {
        FilterPathOverride? stale = overrides.FilterPaths.FirstOrDefault(path => !_asked.Contains(path));
        if (stale is not null)
            throw new SpecificationException($"An override is stale: no operation filters {stale.Resource} by {stale.Field}.");
    }

    private FilterMember? Walk(ClassModel type, string[] segments, string path, FilterSpec filter)
    {
        if (segments is ["id"] && type.IsResource)
            return new FilterMember(path + "Id", "string");
        PropertyModel? property = (type.Base?.Shared ?? []).Concat(type.Properties)
            .FirstOrDefault(candidate => candidate.WireName == segments[0] && candidate.Role != PropertyRole.RelationshipId);
        if (property is null)
            return null;
        return segments.Length == 1
            ? Fits(property, filter.Kind) ? new FilterMember(path + property.Name, property.Type) : null
            : Inner(property) is { } inner ? Walk(inner, segments[1..], path + property.Name + (Many(property) ? "[]." : "."), filter) : null;
    }

    private bool Reads(ClassModel type, string[] segments, bool throughUnions)
    {
        if (segments is ["id"] && type.IsResource)
            return true;
        PropertyModel? property = (type.Base?.Shared ?? []).Concat(type.Properties)
            .FirstOrDefault(candidate => candidate.WireName == segments[0] && candidate.Role == PropertyRole.Attribute);
        if (property is null || segments.Length == 1)
            return property is not null;
        return property.Member!.Kind == MemberKind.Union
            ? throughUnions && property.Member.Alternatives.Any(alternative => Reads(model.Component(alternative), segments[1..], throughUnions))
            : Inner(property) is { } inner && Reads(inner, segments[1..], throughUnions);
    }

    private ClassModel? Inner(PropertyModel property)
    {
        if (property.Relationship is { } relationship)
            return model.Resource(relationship.ResourceType);
        return property.Member switch
        {
            { Kind: MemberKind.Object } member => model.Component(member.Component!),
            { Kind: MemberKind.Union } member => Shared(model.Clusters.Of(member.Alternatives[0])!),
            _ => null,
        };
    }

    private static ClassModel Shared(UnionModel union) => new() { Name = union.Name, WireName = union.Name, Properties = union.Shared };

    private static bool Many(PropertyModel property) => property.Member?.Array ?? property.Relationship!.ToMany;

    private static bool Fits(PropertyModel property, string? kind) => (kind, property.FilterKind ?? Kind(property)) switch
    {
        (null, _) => true,
        ("integer" or "number", "integer" or "number") => true,
        var (wanted, found) => wanted == found,
    };

    private static string? Kind(PropertyModel property) => property.Member switch
    {
        { Array: true } => null,
        { Kind: MemberKind.String } => "string",
        { Kind: MemberKind.DateTime } => "date-time",
        { Kind: MemberKind.Boolean } => "boolean",
        { Kind: MemberKind.Integer } => "integer",
        { Kind: MemberKind.Number } => "number",
        _ => null,
    };
}
