namespace KlaviyoLinq.Catalogue;

/// <summary>The <c>data</c> of an operation's body as one tree of members: type, id, attributes, relationships and meta.</summary>
internal static class BodyFacts
{
    internal static AttributeFacts Of(WriteFacts operation)
    {
        if (operation.IsForm)
            return Parent("data", operation.Attributes, isRequired: true);
        List<AttributeFacts> members = [new("type", AttributeKind.String) { Required = true, Values = [operation.ResourceType!] }];
        if (operation.HasId)
            members.Add(new AttributeFacts("id", AttributeKind.String) { Required = operation.IdRequired });
        if (operation.Attributes.Count > 0)
            members.Add(Parent("attributes", operation.Attributes));
        if (operation.Relationships.Count > 0)
            members.Add(Parent("relationships", [.. operation.Relationships.Select(facts => Relationship(operation, facts))]));
        if (operation.Meta.Count > 0)
            members.Add(Parent("meta", operation.Meta));
        return new AttributeFacts("data", AttributeKind.Object) { IsArray = operation.IsMany, Required = true, Members = members };
    }

    /// <summary>Returns true for a resource object or a resource identifier: an object whose type is constant.</summary>
    internal static bool IsResource(AttributeFacts facts) => TypeOf(facts) is not null;

    /// <summary>The wire type of a resource object; null for any other value.</summary>
    internal static string? TypeOf(AttributeFacts facts)
    {
        if (facts.Kind != AttributeKind.Object || facts.Name != "data")
            return null;
        foreach (AttributeFacts member in facts.Members)
            if (member is { Name: "type", Values.Count: 1 })
                return member.Values[0];
        return null;
    }

    private static AttributeFacts Parent(string name, IReadOnlyList<AttributeFacts> members, bool isRequired = false) =>
        new(name, AttributeKind.Object) { Members = members, Required = isRequired || members.Any(member => member.Required) };

    // An optional relationship requires its data only where it is present.
    private static AttributeFacts Relationship(WriteFacts operation, BodyRelationshipFacts facts) => new(facts.Name, AttributeKind.Object)
    {
        Required = facts.Required,
        Members =
        [
            new AttributeFacts("data", AttributeKind.Object)
            {
                IsArray = facts.ToMany,
                Required = true,
                Nullable = operation.Rules.Any(rule => rule.Rule == BodyRule.Clearable && rule.Paths.Contains(facts.Name)),
                Members =
                [
                    new AttributeFacts("type", AttributeKind.String) { Required = true, Values = [facts.ResourceType] },
                    new AttributeFacts("id", AttributeKind.String) { Required = true },
                ],
            },
        ],
    };
}
