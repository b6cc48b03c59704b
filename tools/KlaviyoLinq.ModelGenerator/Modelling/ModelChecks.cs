using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>Checks before C# is written; each violation names the override to add.</summary>
internal static class ModelChecks
{
    /// <summary>Members declared by the base classes of generated classes.</summary>
    private static readonly HashSet<string> _inherited =
        [
            "WasReceived", "WasAssigned", "HasChanges", "UnmappedMembers", "MarkReceived", "AcceptChanges", "Assign", "Changed", "Received", "Tracked",
            "Names", "PlaceOf", "Members", "Read", "ReadNew", "TryAttach", "GetType", "ToString", "Equals", "GetHashCode",
            "MemberwiseClone", "Finalize", "ReferenceEquals"
        ];

    private static readonly HashSet<string> _inheritedByResources = ["Id", "ResourceType", "Relationships"];

    internal static void Run(ApiModel model, IReadOnlyList<KlaviyoSpec> specs, OverridesFile overrides)
    {
        string[] breaches =
        [
            .. Doubled(model).Select(name => $"Two types would be called {name}: use classNames, unionNames or enumNames."),
            .. model.Resources.Concat(model.Components).SelectMany(Breaches),
            .. Unreached(new FilterPaths(model, overrides), specs),
        ];
        if (breaches.Length > 0)
            throw new SpecificationException(string.Join("\n", breaches));
    }

    private static IEnumerable<string> Unreached(FilterPaths paths, IReadOnlyList<KlaviyoSpec> specs)
    {
        foreach (OperationSpec operation in specs.SelectMany(spec => spec.Operations))
        {
            foreach (FilterSpec filter in operation.Filters)
                if (paths.Find(operation, filter) is null)
                    yield return $"{operation.Path} filters by {filter.Field} ({filter.Kind ?? "none"}), for which {operation.ResourceType} has no typed member: use filterPaths or filterOnly.";
            foreach (string key in operation.SortKeys)
                if (paths.FindSortKey(operation, key) is null)
                    yield return $"{operation.Path} sorts by {key}, for which {operation.ResourceType} has no typed member: use filterOnly.";
        }

        paths.EnsureAllUsed();
    }

    private static IEnumerable<string> Doubled(ApiModel model) =>
        model.Resources.Concat(model.Components).Select(type => type.Name)
            .Concat(model.Unions.SelectMany(union => new[] { union.Name, union.UnknownName }))
            .Concat(model.Enums.Select(type => type.Name))
            .GroupBy(name => name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

    private static IEnumerable<string> Breaches(ClassModel type)
    {
        if (type.Tracked.Count > ClassModel.MaximumMembers)
            yield return $"{type.Name} has {type.Tracked.Count} members; {ClassModel.MaximumMembers} can be tracked: use members to make it a map.";
        foreach (IGrouping<string, PropertyModel> name in (type.Base?.Shared ?? [])
                .Concat(type.Properties).Where(property => !property.IsDeclaredElsewhere).GroupBy(property => property.Name))
        {
            if (name.Count() > 1)
                yield return $"{type.Name} would have {name.Count()} members called {name.Key}.";
            if (_inherited.Contains(name.Key) || (type.IsResource && _inheritedByResources.Contains(name.Key)))
                yield return $"{type.Name}.{name.Key} would hide a member of its base class.";
        }
    }
}
