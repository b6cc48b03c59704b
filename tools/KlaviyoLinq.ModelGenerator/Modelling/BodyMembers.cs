using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>
/// Adds to the facts of answers what only bodies have: write-only members, the components that they need, and the relationships that can be edited. One class
/// serves both directions, because nearly all members are equal in both.
/// </summary>
internal sealed class BodyMembers
{
    private static readonly string[] _families = ["create", "update", "upsert"];

    private readonly HashSet<string> _types;
    private readonly Dictionary<string, ComponentSpec> _bodies;
    private readonly Dictionary<string, ComponentSpec> _components;
    private readonly HashSet<(string Body, string Answer)> _merged = [];

    private BodyMembers(KlaviyoSpec spec, WritesSpec writes)
    {
        _types = [.. spec.Resources.Select(resource => resource.Type)];
        _bodies = writes.Components.ToDictionary(component => component.Name);
        _components = spec.Components.ToDictionary(
            component => component.Name, component => new ComponentSpec { Name = component.Name, Members = component.Members });
    }

    /// <param name="spec">The facts of answers, which stay as they are.</param>
    /// <param name="writes">The facts of bodies.</param>
    /// <param name="evidence">The families of the operations.</param>
    internal static KlaviyoSpec Merge(KlaviyoSpec spec, WritesSpec writes, IReadOnlyDictionary<string, WriteEvidence> evidence)
    {
        var merger = new BodyMembers(spec, writes);
        var editable = EditableRelationships.Of(spec, writes, evidence);
        var resources = spec.Resources.ToDictionary(
            resource => resource.Type,
            resource => new ResourceSpec { Type = resource.Type, Attributes = resource.Attributes, Relationships = resource.Relationships });
        foreach (WriteSpec operation in writes.Operations)
            if (evidence.TryGetValue(operation.Id, out WriteEvidence? known)
                && _families.Contains(known.Family)
                && operation.ResourceType is { } type
                && resources.TryGetValue(type, out ResourceSpec? resource))
                merger.Merge(resource, operation);
        foreach (ResourceSpec resource in resources.Values)
            resource.Relationships = [.. resource.Relationships.Select(
                relationship => editable.Contains((resource.Type, relationship.Name)) ? relationship with { Editable = true } : relationship)];
        return new KlaviyoSpec
        {
            Revision = spec.Revision,
            Operations = spec.Operations,
            Resources = [.. spec.Resources.Select(resource => resources[resource.Type])],
            Components = [.. merger._components.Values.OrderBy(component => component.Name, StringComparer.Ordinal)],
        };
    }

    private void Merge(ResourceSpec resource, WriteSpec operation)
    {
        foreach (BodyRelationshipSpec link in operation.Relationships)
            if (resource.Relationships.All(known => known.Name != link.Name))
                resource.Relationships = [.. resource.Relationships, new RelationshipSpec(link.Name, link.ResourceType, link.ToMany) { Editable = true }];

        // An attribute can hold related resources themselves, as their documents.
        var attributes = operation.Attributes.ToLookup(member => ResourceWithin(member) is not null);
        foreach (MemberSpec embedded in attributes[true])
        {
            RelationshipSpec relationship = ResourceWithin(embedded)!;
            if (resource.Relationships.All(known => known.Name != embedded.Name))
                resource.Relationships = [.. resource.Relationships, relationship];
            resource.Relationships = [.. resource.Relationships.Select(
                known => known.Name == embedded.Name ? known with { Embedded = true, Editable = true } : known)];
        }

        resource.Attributes = Merged(resource.Attributes, [.. attributes[false]], areWriteOnly: true);
    }

    private RelationshipSpec? ResourceWithin(MemberSpec member)
    {
        if (member.Component is null || _bodies[member.Component].Members.FirstOrDefault(part => part.Name == "data") is not { Component: { } content } data)
            return null;
        string? type = _bodies[content].Members.FirstOrDefault(part => part.Name == "type")?.Values.FirstOrDefault();
        return type is not null && _types.Contains(type) ? new RelationshipSpec(member.Name, type, data.Array) : null;
    }

    private List<MemberSpec> Merged(IReadOnlyList<MemberSpec> answer, IReadOnlyList<MemberSpec> body, bool areWriteOnly)
    {
        List<MemberSpec> members = [.. answer];
        foreach (MemberSpec member in body)
        {
            if (members.Find(other => other.Name == member.Name) is { } known)
                Merge(known, member);
            else
                members.Add(Added(member, areWriteOnly));
        }

        return members;
    }

    private void Merge(MemberSpec answer, MemberSpec body)
    {
        if (body.Kind == MemberKind.Object && answer.Kind == MemberKind.Object)
            MergeComponents(answer.Component!, body.Component!);
        foreach (string alternative in body.Kind == MemberKind.Union ? body.Alternatives : [])
            foreach (string counterpart in answer.Kind == MemberKind.Union ? Counterparts(alternative, answer.Alternatives) : answer.Components)
                MergeComponents(counterpart, alternative);
    }

    private void MergeComponents(string answer, string body)
    {
        if (_merged.Add((body, answer)))
            _components[answer].Members = Merged(_components[answer].Members, _bodies[body].Members, areWriteOnly: false);
    }

    /// <summary>The alternatives of an answer that have all constants of a body's alternative.</summary>
    private IEnumerable<string> Counterparts(string body, IReadOnlyList<string> answers)
    {
        if (answers.Contains(body))
            return [body];
        MemberSpec[] constants = [.. _bodies[body].Members.Where(member => member.Values.Count == 1)];
        string[] counterparts =
            [
                .. answers.Where(answer => constants.Length > 0 && constants.All(constant => _components[answer].Members.Any(
                    member => member.Name == constant.Name && member.Values.SequenceEqual(constant.Values))))
            ];
        return counterparts.Length == 1
            ? counterparts
            : throw new SpecificationException($"The body's alternative {body} has no counterpart among {string.Join(", ", answers)}.");
    }

    // Alternatives share the places of their common members, so an object within an attribute has none that are written only.
    private MemberSpec Added(MemberSpec member, bool isWriteOnly)
    {
        foreach (string name in member.Components)
            Import(name);
        return member with { WriteOnly = isWriteOnly, Required = false };
    }

    private void Import(string name)
    {
        if (!_components.TryAdd(name, _bodies[name]))
            return;
        foreach (string nested in _bodies[name].Members.SelectMany(member => member.Components))
            Import(nested);
    }
}
