using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Finds for a field of a resource type the reader of its values.</summary>
internal sealed class FieldResolution(KlaviyoCatalogue catalogue, ResourceStore store)
{
    internal FieldReader Reader(string type, string field)
    {
        ResourceFacts facts = catalogue.FindResource(type) ?? throw new ArgumentOutOfRangeException(nameof(type), type, null);
        ResourceLayout layout = store.FindLayout(type)!;
        FieldRule rule = FieldRules.Of(catalogue, facts, field);
        return rule.Kind switch
        {
            FieldRuleKind.Id => new IdReader(rule.Name),
            FieldRuleKind.Joined => new JoinedReader(),
            FieldRuleKind.Relationship => new RelationshipReader(layout.FindRelationship(rule.Name)!),
            FieldRuleKind.RelatedField => Related(layout.FindRelationship(rule.Name)!, rule.Path),
            FieldRuleKind.Attribute => new AttributeReader(layout.Find(rule.Name)!, rule.Path.Length == 0 ? [] : rule.Path.Split('.')),
            FieldRuleKind.Hidden => new AttributeReader(layout.Find(rule.Name)!),
            _ => throw new InvalidOperationException(rule.Kind.ToString()),
        };
    }

    private RelatedFieldReader Related(RelationshipLayout relationship, string field) => new(store, relationship, Reader(relationship.ResourceType, field));
}
