using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Store;

/// <summary>Makes the layout of every resource type from the catalogue.</summary>
internal static class ResourceLayouts
{
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="hiddenMembers">The members of a type that no document shows but filters and sort keys reach.</param>
    internal static IReadOnlyList<ResourceLayout> Of(KlaviyoCatalogue catalogue, Func<ResourceFacts, IEnumerable<string>> hiddenMembers)
    {
        HashSet<(string Type, string Member)> onDemand = OnDemand(catalogue);
        return [.. catalogue.Resources.Select(facts => new ResourceLayout(
            facts.Type,
            PathOf(catalogue, facts.Type),
            Members(facts, onDemand, [.. hiddenMembers(facts)]),
            Relationships(catalogue, facts)))];
    }

    /// <summary>Every relationship of a type: those that documents show, and those that exist as paths only.</summary>
    internal static IEnumerable<RelationshipFacts> RelationshipsOf(KlaviyoCatalogue catalogue, ResourceFacts facts) =>
        facts.Relationships.Concat(catalogue.Reads
            .Where(
                o =>
                    o.ParentType == facts.Type
                        && o.Relationship is { } name
                        && facts.FindRelationship(name) is null
                        && facts.FindRelationship(name + "s") is null)
            .DistinctBy(o => o.Relationship)
            .Select(o => new RelationshipFacts(o.Relationship!, o.ResourceType, o.IsCollection) { IsVirtual = true }));

    private static IReadOnlyList<LayoutMember> Members(ResourceFacts facts, HashSet<(string, string)> onDemand, string[] hidden)
    {
        List<LayoutMember> members = [];
        int always = 0;
        int second = 0;
        foreach (AttributeFacts attribute in facts.Attributes)
            members.Add(onDemand.Contains((facts.Type, attribute.Name))
                ? new LayoutMember(attribute.Name, MemberPlace.OnDemand, second++)
                : new LayoutMember(attribute.Name, MemberPlace.Always, always++));
        foreach (string name in hidden)
            members.Add(new LayoutMember(name, MemberPlace.Hidden, second++));
        return members;
    }

    private static IReadOnlyList<RelationshipLayout> Relationships(KlaviyoCatalogue catalogue, ResourceFacts facts) =>
        [.. RelationshipsOf(catalogue, facts).Select((relationship, slot) =>
            new RelationshipLayout(relationship.Name, relationship.ResourceType, relationship.ToMany, slot)
            {
                Shown = !relationship.IsVirtual,
                IdentifiersAlwaysSent = relationship.IdentifiersAlwaysSent,
                Inverse = RelationshipInverses.Of(facts.Type, relationship.Name),
            })];

    /// <summary>The attributes that at least one operation which answers with the type leaves out unless asked.</summary>
    private static HashSet<(string Type, string Member)> OnDemand(KlaviyoCatalogue catalogue)
    {
        HashSet<(string, string)> onDemand = [];
        foreach (ReadFacts operation in catalogue.Reads)
            foreach (FieldsetFacts fieldset in operation.Fieldsets)
                if (catalogue.FindResource(fieldset.ResourceType) is { } facts)
                    foreach (AttributeFacts attribute in facts.Attributes)
                        if (!Shows(fieldset, attribute.Name) || operation.FindAdditionalFields(facts.Type)?.Lists(attribute.Name) == true)
                            onDemand.Add((facts.Type, attribute.Name));
        return onDemand;
    }

    /// <summary>Determines whether a fieldset lists an attribute or a member of it.</summary>
    internal static bool Shows(FieldsetFacts fieldset, string attribute) =>
        fieldset.Members.Any(m => m.StartsWith(attribute, StringComparison.Ordinal) && (m.Length == attribute.Length || m[attribute.Length] == '.'));

    private static string PathOf(KlaviyoCatalogue catalogue, string type)
    {
        string? path = catalogue.FindSingle(type)?.Path ?? catalogue.FindCollection(type)?.Path;
        return path is null ? "/api/" + type + "s" : path.Split("/{")[0];
    }
}
