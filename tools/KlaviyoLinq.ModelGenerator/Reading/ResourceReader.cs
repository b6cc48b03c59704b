using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>
/// Gathers the resource types. One type comes in several shapes (in collections, alone, included, as a list's member): they are merged by
/// their <c>type</c>, an attribute being required only where every shape requires it.
/// </summary>
internal sealed class ResourceReader(OpenApiFile file, ShapeReader shapes)
{
    private readonly Dictionary<string, ResourceDraft> _drafts = [];

    internal IReadOnlyList<ResourceSpec> Resources =>
        [.. _drafts.Values.OrderBy(draft => draft.Type, StringComparer.Ordinal).Select(draft => draft.ToSpec())];

    /// <summary>Takes in the shape of a resource (or resource identifier) and answers with its type.</summary>
    internal string Read(MergedSchema resource)
    {
        string type = TypeOf(resource);
        if (!_drafts.TryGetValue(type, out ResourceDraft? draft))
            _drafts.Add(type, draft = new ResourceDraft(type));

        if (resource.HasProperty("attributes"))
        {
            MergedSchema attributes = file.Merge(resource.Property("attributes"));
            draft.AddAttributes(shapes.Members(attributes, PascalCase.Of(type)));
        }

        if (resource.HasProperty("relationships"))
            AddRelationships(draft, file.Merge(resource.Property("relationships")));
        return type;
    }

    private void AddRelationships(ResourceDraft draft, MergedSchema relationships)
    {
        foreach (string name in relationships.PropertyNames)
        {
            MergedSchema data = file.Merge(file.Merge(relationships.Property(name)).Property("data"));
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
