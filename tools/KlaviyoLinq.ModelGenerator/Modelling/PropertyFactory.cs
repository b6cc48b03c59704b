using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>Makes the properties of one class.</summary>
internal sealed class PropertyFactory(string owner, ComponentNames components, UnionClusters unions, Func<string, IReadOnlyList<string>, EnumModel?> enums)
{
    /// <summary>The property of an attribute of a resource.</summary>
    /// <param name="member">The attribute.</param>
    /// <param name="identified">The relationship whose identifier it is, as which it is read; null for every other.</param>
    /// <param name="isFilter">Whether newer revisions filter by it, although they do not send it.</param>
    internal PropertyModel Attribute(MemberSpec member, RelationshipSpec? identified, bool isFilter)
    {
        PropertyModel property = Attribute(member);
        if (identified is not null)
            return property with { Name = Name(identified.Name) + "Id", IsDeclaredElsewhere = true };
        return isFilter ? property with { Summary = property.Summary + " Later revisions filter by it, but do not send it." } : property;
    }

    internal PropertyModel Attribute(MemberSpec member)
    {
        EnumModel? model = member.Kind == MemberKind.String && EnumModel.IsOf(member.Values) ? enums(member.Name, member.Values) : null;
        string type = Type(member, model);
        bool isObject = member.Kind is MemberKind.Object or MemberKind.Union or MemberKind.Map;
        bool sure = member is { Required: true, Nullable: false };
        var property = new PropertyModel(Name(member.Name), member.Name, PropertyRole.Attribute, type)
        {
            Member = member,
            Enum = model,
            Summary = $"Wire name <c>{member.Name}</c>. {Describe(member)}{(member.Nullable ? "; may be null" : "")}.{Sent(member.Revisions)}",
        };
        if (member.Array)
            return !isObject && member.Nullable
                ? property with { Type = $"IReadOnlyList<{type}>?" }
                : property with { Type = $"IReadOnlyList<{type}>", Initializer = "[]" };
        if (member.Kind == MemberKind.Map)
            return property;
        if (isObject)
            return property with { Oblivious = true };
        if (member.Kind == MemberKind.Scalar)
            return property;
        if (member.Kind == MemberKind.Any || !sure)
            return property with { Type = type + "?" };
        return type == "string" ? property with { Initializer = "\"\"" } : property;
    }

    internal IEnumerable<PropertyModel> Relationship(RelationshipSpec relationship)
    {
        string type = PascalCase.Of(relationship.ResourceType);
        string name = Name(relationship.Name);
        if (relationship.ToMany)
        {
            yield return new PropertyModel(
                name, relationship.Name, PropertyRole.Relationship, relationship.Editable ? $"KlaviyoLinks<{type}>" : $"IReadOnlyList<{type}>")
            {
                Initializer = relationship.Editable ? null : "[]",
                Relationship = relationship,
                Summary = $"Relationship <c>{relationship.Name}</c> to any number of <c>{relationship.ResourceType}</c>; empty unless included.{Sent(relationship.Revisions)}",
            };
            yield break;
        }

        yield return new PropertyModel(name, relationship.Name, PropertyRole.Relationship, type)
        {
            Oblivious = true,
            Relationship = relationship,
            Summary = $"Relationship <c>{relationship.Name}</c> to one <c>{relationship.ResourceType}</c>; null unless included.",
        };
        yield return new PropertyModel(name + "Id", relationship.Name, PropertyRole.RelationshipId, "string?")
        {
            Relationship = relationship,
            Summary = relationship.IdentifiersAlwaysSent
                ? $"Id of the <c>{relationship.ResourceType}</c> in relationship <c>{relationship.Name}</c>, sent without including it."
                : $"Id of the <c>{relationship.ResourceType}</c> in relationship <c>{relationship.Name}</c>, where Klaviyo sends it.",
        };
    }

    internal PropertyModel FilterOnly(FilterOnlyOverride only, FilterSpec filter, bool isSortKey)
    {
        EnumModel? model = filter is { Kind: "string", Values.Count: > 1 } ? enums(only.Name, filter.Values) : null;
        string type = filter.Kind switch
        {
            "string" => model?.Name ?? "string",
            "date-time" => "DateTimeOffset",
            "integer" => "long",
            "number" => "double",
            "boolean" or null => "bool",
            _ => throw new SpecificationException($"The filter {owner}.{filter.Field} is of the unknown kind {filter.Kind}."),
        };
        return new PropertyModel(only.Name, only.Field, PropertyRole.FilterOnly, type + "?")
        {
            FilterKind = filter.Kind ?? "none",
            Enum = model,
            Summary = (filter.Kind, filter.Operators.Count > 0, isSortKey) switch
            {
                (null, _, _) => $"Filter field <c>{filter.Field}</c>, never sent: compare it with null to filter by presence.",
                (_, true, false) => $"Filter field <c>{filter.Field}</c>, never sent: for <c>Where</c> only.",
                (_, true, true) => $"Filter field and sort key <c>{filter.Field}</c>, never sent: for <c>Where</c> and <c>OrderBy</c> only.",
                _ => $"Sort key <c>{filter.Field}</c>, never sent: for <c>OrderBy</c> only.",
            },
        };
    }

    /// <summary>A member cannot be called like its class (CS0542).</summary>
    private string Name(string wireName)
    {
        string name = PascalCase.Of(wireName);
        return name == owner ? name + "Value" : name;
    }

    private string Type(MemberSpec member, EnumModel? model) => member.Kind switch
    {
        MemberKind.String => model?.Name ?? "string",
        MemberKind.DateTime => "DateTimeOffset",
        MemberKind.Date => "DateOnly",
        MemberKind.Integer => "long",
        MemberKind.Number => "double",
        MemberKind.Boolean => "bool",
        MemberKind.Object => components[member.Component!],
        MemberKind.Union => unions.Of(member.Alternatives[0])!.Name,
        MemberKind.Map => "KlaviyoMap",
        MemberKind.Scalar => "KlaviyoValue",
        _ => "JsonElement",
    };

    private static string Sent(IReadOnlyList<string> revisions) => revisions.Count switch
    {
        0 => "",
        1 => $" Sent at revision {revisions[0]} only.",
        _ => $" Sent from revision {revisions[^1]} to {revisions[0]} only.",
    };

    private static string Describe(MemberSpec member)
    {
        string kind = member.Kind switch
        {
            MemberKind.String => member.Values.Count switch
            {
                0 => "String",
                1 => "Always " + member.Values[0],
                > EnumModel.MaximumValues => $"String; {member.Values.Count} values are documented, such as <c>{member.Values[0]}</c>",
                _ => "Enumeration",
            },
            MemberKind.DateTime => "Date-time",
            MemberKind.Map => "Free-form object",
            MemberKind.Union => "One of several objects",
            MemberKind.Scalar => "String, number or boolean",
            MemberKind.Any => "Any JSON",
            _ => member.Kind.ToString(),
        };
        return member.Array ? "Array: " + char.ToLowerInvariant(kind[0]) + kind[1..] : kind;
    }
}
