using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>
/// Gathers the resource types. One type comes in several members (in collections, alone, included, as a list's member): they are merged by
/// their <c>type</c>, an attribute being required only where every shape requires it.
/// </summary>
internal sealed class ResourceReader(OpenApiFile file, MemberReader members)
{
    private readonly Dictionary<string, ResourceDraft> _drafts = [];
    private readonly List<(string Type, string Relationship)> _unreported = [];

    internal IReadOnlyList<ResourceSpec> Resources =>
        [.. _drafts.Values.OrderBy(draft => draft.Type, StringComparer.Ordinal).Select(draft => draft.ToSpec())];

    /// <summary>
    /// Adds the relationships that older documents show with links alone: their targets follow from the operation that returns them.
    /// A relationship without such an operation leads nowhere and is left out.
    /// </summary>
    internal void AddUntold(IReadOnlyList<OperationDraft> operations, PathReader paths)
    {
        foreach ((string type, string relationship) in _unreported)
            if (operations.FirstOrDefault(operation => paths.ParentOf(operation.Path) == (type, relationship)) is { } related)
                _drafts[type].AddRelationship(new RelationshipSpec(relationship, related.ResourceType, related.Collection));
    }

    /// <summary>Takes in the shape of a resource (or resource identifier) and answers with its type.</summary>
    internal string Read(MergedSchema resource)
    {
        string type = TypeOf(resource);
        if (!_drafts.TryGetValue(type, out ResourceDraft? draft))
            _drafts.Add(type, draft = new ResourceDraft(type));

        if (resource.HasProperty("attributes"))
        {
            MergedSchema attributes = file.Merge(resource.Property("attributes"));
            draft.AddAttributes(members.Members(attributes, PascalCase.Of(type)));
        }

        if (resource.HasProperty("relationships"))
            AddRelationships(draft, file.Merge(resource.Property("relationships")));
        return type;
    }

    private void AddRelationships(ResourceDraft draft, MergedSchema relationships)
    {
        foreach (string name in relationships.PropertyNames)
        {
            MergedSchema relationship = file.Merge(relationships.Property(name));
            if (!relationship.HasProperty("data"))
            {
                _unreported.Add((draft.Type, name));
                continue;
            }

            MergedSchema data = file.Merge(relationship.Property("data"));
            bool toMany = data.Type == "array";
            MergedSchema identifier = toMany ? file.Merge(data.Items) : data;
            draft.AddRelationship(new RelationshipSpec(name, TypeOf(identifier), toMany));
        }
    }

    private string TypeOf(MergedSchema resource)
    {
        string[] types = [.. file.Merge(resource.Property("type")).Enum.Select(type => type.GetString()!).Distinct()];
        return types is [string type] ? type : throw new SpecificationException($"A resource has {types.Length} types.");
    }
}
