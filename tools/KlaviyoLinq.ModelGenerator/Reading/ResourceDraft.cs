using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>A resource type while its members are being gathered.</summary>
internal sealed class ResourceDraft(string type)
{
    private readonly List<MemberSpec> _attributes = [];
    private readonly List<RelationshipSpec> _relationships = [];
    private bool _seen;

    internal string Type { get; } = type;

    internal void AddAttributes(IReadOnlyList<MemberSpec> shape)
    {
        for (int index = 0; index < _attributes.Count; index++)
            if (shape.All(member => member.Name != _attributes[index].Name))
                _attributes[index] = _attributes[index] with { Required = false };

        foreach (MemberSpec member in shape)
            Add(member);
        _seen = true;
    }

    internal void AddRelationship(RelationshipSpec relationship)
    {
        int index = _relationships.FindIndex(known => known.Name == relationship.Name);
        if (index < 0)
            _relationships.Add(relationship);
        else if (_relationships[index].ResourceType != relationship.ResourceType)
            throw new SpecificationException($"The relationship {Type}.{relationship.Name} differs between members.");
        // Some members of 2023 and 2024 show one identifier where others show an array: what is named as its type is one, what is named in the plural is many.
        else if (_relationships[index].ToMany != relationship.ToMany)
            _relationships[index] = relationship with { ToMany = relationship.Name != relationship.ResourceType };
    }

    internal ResourceSpec ToSpec() => new()
    {
        Type = Type,
        Attributes = _attributes,
        Relationships = [.. _relationships.OrderBy(relationship => relationship.Name, StringComparer.Ordinal)],
    };

    private void Add(MemberSpec member)
    {
        int index = _attributes.FindIndex(known => known.Name == member.Name);
        if (index < 0)
        {
            _attributes.Add(member with { Required = member.Required && !_seen });
            return;
        }

        MemberSpec known = _attributes[index];
        if (!MemberEquality.SameValue(known, member))
            throw new SpecificationException($"The attribute {Type}.{member.Name} differs between members: {Describe(known)} and {Describe(member)}.");
        _attributes[index] = known with { Nullable = known.Nullable || member.Nullable, Required = known.Required && member.Required };
    }

    private static string Describe(MemberSpec member) =>
        $"{member.Kind}{(member.Array ? "[]" : "")} {member.Component}{string.Join('|', member.Alternatives)}{string.Join('|', member.Values)}";
}
