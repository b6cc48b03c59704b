using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>Distils the official document: reads all of it that GET operations need, and keeps names, types and numbers.</summary>
internal static class SpecReader
{
    internal static KlaviyoSpec Read(string path)
    {
        using OpenApiFile file = OpenApiFile.Open(path);
        var members = new MemberReader(file);
        var resources = new ResourceReader(file, members);
        var operations = new OperationReader(file, resources);
        OperationDraft[] drafts = RelatedTemplates.Expand(
            [.. file.GetOperations.Select(operation => OpenApiFile.Reading($"GET {operation.Key}", () => operations.Read(operation.Key, operation.Value)))]);

        var paths = new PathReader(drafts);
        resources.AddUntold(drafts, paths);
        IReadOnlyList<ResourceSpec> types = resources.Resources;
        var kinds = new AttributeKinds(types, members.Components);
        return new KlaviyoSpec
        {
            Revision = file.Revision,
            Operations = [.. drafts.Select(draft => OpenApiFile.Reading($"GET {draft.Path}", () => Operation(draft, paths, types, kinds)))],
            Resources = types,
            Components = members.Components,
        };
    }

    private static OperationSpec Operation(OperationDraft draft, PathReader paths, IReadOnlyList<ResourceSpec> types, AttributeKinds kinds)
    {
        var parameters = new ParameterReader(draft.Operation);
        (string? parentType, string? relationship) = paths.ParentOf(draft.Path);
        return new OperationSpec
        {
            Id = draft.Operation.GetProperty("operationId").GetString()!,
            Path = draft.Path,
            Tag = draft.Operation.GetProperty("tags")[0].GetString()!,
            Collection = draft.Collection,
            ResourceType = draft.ResourceType,
            ParentType = parentType,
            Relationship = relationship,
            IdentifiersOnly = draft.IdentifiersOnly,
            FilterRequired = parameters.FilterRequired,
            Filters = FilterReader.Read(draft.Operation) ?? FilterProse.Read(draft.Operation, draft.ResourceType, kinds),
            SortKeys = parameters.SortKeys,
            Includes = [.. parameters.Includes.Select(include => new IncludeSpec(include, Target(draft, include, types)))],
            Fieldsets = parameters.Fieldsets,
            AdditionalFields = parameters.AdditionalFields,
            Paging = parameters.Paging,
            RateLimit = RateLimits.Of(draft.Operation),
            RateLimitVariants = RateLimits.VariantsOf(draft.Operation),
            Scopes = [.. draft.Operation.GetProperty("x-klaviyo-scopes").EnumerateArray().Select(scope => scope.GetString()!)],
            Parameters = parameters.Others,
        };
    }

    /// <summary>
    /// Returns the type that an include brings: the target of the relationship, or the type of that name where a document omits the relationship.
    /// </summary>
    private static string Target(OperationDraft draft, string include, IReadOnlyList<ResourceSpec> types) =>
        types.First(type => type.Type == draft.ResourceType).Relationships.FirstOrDefault(relationship => relationship.Name == include)?.ResourceType
        ?? types.FirstOrDefault(type => type.Type == include)?.Type
        ?? throw new SpecificationException($"{draft.Path} includes {include}, which is not a relationship of {draft.ResourceType}.");
}
