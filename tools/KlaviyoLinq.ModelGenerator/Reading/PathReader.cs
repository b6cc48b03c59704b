namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>Reads the family ties out of the paths: <c>/api/lists/{id}/profiles</c> belongs to what <c>/api/lists/{id}</c> answers with.</summary>
internal sealed class PathReader
{
    private const string Identifiers = "relationships/";

    private readonly Dictionary<string, string> _typeOfRoot = [];

    internal PathReader(IReadOnlyList<OperationDraft> operations)
    {
        foreach (OperationDraft operation in operations)
        {
            int parameter = operation.Path.IndexOf("/{", StringComparison.Ordinal);
            if (parameter > 0 && operation.Path.EndsWith('}'))
                _typeOfRoot[operation.Path[..parameter]] = operation.ResourceType;
        }
    }

    /// <summary>The type of the parent and the relationship, or nulls where the path has no parent.</summary>
    internal (string? Type, string? Relationship) ParentOf(string path)
    {
        int parameter = path.IndexOf("/{", StringComparison.Ordinal);
        int end = path.IndexOf("}/", StringComparison.Ordinal);
        if (parameter < 0 || end < 0)
            return (null, null);

        string relationship = path[(end + 2)..];
        if (relationship.StartsWith(Identifiers, StringComparison.Ordinal))
            relationship = relationship[Identifiers.Length..];
        return relationship.Contains('/')
            ? throw new Spec.SpecificationException($"{path} is nested deeper than one relationship.")
            : (_typeOfRoot[path[..parameter]], relationship);
    }
}
