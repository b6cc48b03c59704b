using System.Text.RegularExpressions;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>Reads the family ties out of the paths: <c>/api/lists/{id}/profiles</c> belongs to what <c>/api/lists/{id}</c> answers with.</summary>
internal sealed partial class PathReader
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

    /// <summary>
    /// A path as today's documents spell it. Until 2024 the same paths ended with a slash, and in 2022 their ids had names of their own
    /// (<c>/api/lists/{list_id}/profiles/</c>); Klaviyo answers both forms at every revision, because the revision is a header.
    /// </summary>
    internal static string Normalized(string path) => OwnIdName().Replace(path.TrimEnd('/'), "{id}");

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

    [GeneratedRegex(@"\{(?!job_id|related_resource)[a-z_]+\}")]
    private static partial Regex OwnIdName();
}
