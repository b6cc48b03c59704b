using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.ModelGenerator.Tests.Documents;

/// <summary>Entries of the library's catalogue of a revision, in the form of <see cref="DocumentEntries"/>.</summary>
internal static class CatalogueEntries
{
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="hasKinds">Whether the document says of which kind the literals of a filter are.</param>
    internal static SortedSet<string> Of(KlaviyoCatalogue catalogue, bool hasKinds)
    {
        SortedSet<string> lines = new(StringComparer.Ordinal);
        foreach (ReadFacts operation in catalogue.Reads)
            lines.UnionWith(
                Operation(operation).Concat(operation.Filters.SelectMany(filter => Filter(filter, hasKinds))).Select(line => $"{operation.Path} {line}"));
        foreach (ResourceFacts resource in catalogue.Resources)
        {
            lines.UnionWith(resource.Relationships.SelectMany(related => new[]
            {
                $"{resource.Type} relates by {related.Name}",
                $"{resource.Type} relates by {related.Name} to {(related.ToMany ? "many" : "one")} {related.ResourceType}",
            }));
            Add(lines, resource.Type, resource.Attributes, 0);
        }

        return lines;
    }

    private static IEnumerable<string> Operation(ReadFacts operation) =>
    [
        "is an operation",
        $"answers with {(operation.IsCollection ? "many" : "one")} {operation.ResourceType}{(operation.IdentifiersOnly ? ", ids only" : "")}",
        .. operation.FilterRequired ? ["requires a filter"] : Array.Empty<string>(),
        .. operation.SortKeys.SelectMany(key => new[] { $"sort {key}", $"sort -{key}" }),
        .. operation.Includes.Select(include => $"include {include.Relationship}"),
        .. operation.Fieldsets.SelectMany(fieldset => fieldset.Members.Select(member => $"fields[{fieldset.ResourceType}] {member}")),
        .. operation.AdditionalFields.SelectMany(fieldset => fieldset.Members.Select(member => $"additional-fields[{fieldset.ResourceType}] {member}")),
        .. operation.Paging.HasCursor ? ["has a cursor"] : Array.Empty<string>(),
        .. operation.Paging.HasSize
            ? [$"has pages of {operation.Paging.MinimumSize} to {operation.Paging.MaximumSize}, else {operation.Paging.DefaultSize}"]
            : Array.Empty<string>(),
        $"has the limits {operation.RateLimit.Burst}/s {operation.RateLimit.Steady}/m{(operation.RateLimit.Daily > 0 ? $" {operation.RateLimit.Daily}/d" : "")}",
        .. operation.RateLimitVariants.SelectMany(
            variant => variant.Values.Select(value => $"has the limits {variant.Limit.Burst}/s {variant.Limit.Steady}/m with {variant.Parameter}={value}")),
        .. operation.Scopes.Select(scope => $"requires the scope {scope}"),
        .. operation.Parameters.Select(parameter => $"takes {parameter.Name} in the {(parameter.InHeader ? "header" : "query")}{(parameter.Required ? ", always" : "")}: {string.Join(',', parameter.Values)}"),
    ];

    private static IEnumerable<string> Filter(FilterFacts filter, bool hasKinds) =>
    [
        .. filter.Operators.Select(listed => $"filters by {filter.Field} {listed.Operator.WireName()}{(hasKinds ? $" {listed.Operand.ToString().ToLowerInvariant()} of {Kind(filter.Kind)}" : "")}"),
        .. hasKinds ? filter.Values.Select(value => $"filters by {filter.Field} = {value}") : [],
        .. filter.Required ? [$"requires {filter.Field}, or another that is required"] : Array.Empty<string>(),
    ];

    private static void Add(SortedSet<string> lines, string path, IEnumerable<AttributeFacts> members, int depth)
    {
        foreach (AttributeFacts member in members)
        {
            string inner = $"{path}.{member.Name}";
            lines.Add($"{inner} is {(member.IsArray ? "an array of " : "")}{(member.Kind == AttributeKind.Union ? AttributeKind.Object : member.Kind)}");
            if (depth >= MemberDepth.Maximum)
                continue;
            Add(lines, inner, member.Members, depth + 1);
            foreach (AlternativeFacts alternative in member.Alternatives)
                Add(lines, inner, alternative.Members, depth + 1);
        }
    }

    private static string Kind(ValueKind kind) => kind == ValueKind.DateTime ? "date-time" : kind.ToString().ToLowerInvariant();
}
