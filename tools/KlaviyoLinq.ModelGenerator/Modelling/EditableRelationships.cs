using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>Finds the relationships that an operation edits, from either side.</summary>
internal static class EditableRelationships
{
    private static readonly string[] _families = ["relationship-add", "relationship-remove"];

    internal static HashSet<(string Type, string Relationship)> Of(
        KlaviyoSpec spec, WritesSpec writes, IReadOnlyDictionary<string, WriteEvidence> evidence)
    {
        HashSet<(string Type, string Relationship)> editable = [];
        foreach (WriteSpec operation in writes.Operations)
        {
            if (operation.ResourceType is not { } type)
                continue;
            foreach (BodyRelationshipSpec link in operation.Relationships)
                editable.Add((type, link.Name));
            if (!evidence.TryGetValue(operation.Id, out WriteEvidence? known)
                || !_families.Contains(known.Family)
                || OwnerOf(spec, operation.Path) is not { } owner)
                continue;
            editable.Add((owner, operation.Path.Split('/')[^1]));
            foreach (RelationshipSpec back in spec.Resources.FirstOrDefault(resource => resource.Type == type)?.Relationships ?? [])
                if (back.ToMany && back.ResourceType == owner)
                    editable.Add((type, back.Name));
        }

        return editable;
    }

    /// <summary>The type of the resource in a path such as <c>/api/lists/{id}/relationships/profiles</c>.</summary>
    private static string? OwnerOf(KlaviyoSpec spec, string path)
    {
        string single = path[..(path.IndexOf('}', StringComparison.Ordinal) + 1)];
        return spec.Operations.FirstOrDefault(operation => operation.Path == single)?.ResourceType;
    }
}
