using System.Reflection;

namespace KlaviyoLinq.Mapping;

/// <summary>The classes that a context's user has mapped.</summary>
internal sealed class ModelMap
{
    private readonly Dictionary<Type, MappedResource> _resources;
    private readonly IReadOnlyDictionary<Type, ClassRules> _rules = new Dictionary<Type, ClassRules>();

    internal ModelMap(IReadOnlyList<MappedResource> resources) => _resources = resources.ToDictionary(resource => resource.ClrType);

    private ModelMap(ModelMap known, IReadOnlyDictionary<Type, ClassRules> rules, int? defaultPageSize)
        : this([.. known._resources.Values])
    {
        (_rules, DefaultPageSize) = (rules, defaultPageSize);
        FilterNames = new SortedSet<string>(
            rules.Values.SelectMany(rule => rule.Filters).Select(filter => filter.Name).Where(name => name.Length > 0), StringComparer.Ordinal);
    }

    internal static ModelMap Empty { get; } = new([]);

    /// <summary>The page size of classes that have no default of their own; null for the most that an endpoint takes.</summary>
    internal int? DefaultPageSize { get; }

    /// <summary>The names of all query filters.</summary>
    internal IReadOnlySet<string> FilterNames { get; } = new SortedSet<string>(StringComparer.Ordinal);

    internal MappedResource? Find(Type type) => _resources.GetValueOrDefault(type);

    /// <summary>Returns the rules for all queries of a class; null for none.</summary>
    internal ClassRules? RulesOf(Type type) => _rules.GetValueOrDefault(type);

    /// <summary>The same classes, with what holds for their queries. A model that nothing was said of stays the one that it is.</summary>
    internal ModelMap With(IReadOnlyDictionary<Type, ClassRules> rules, int? defaultPageSize) =>
        rules.Count == 0 && defaultPageSize is null ? this : new ModelMap(this, rules, defaultPageSize);

    /// <summary>The mapped property that a member means, or null.</summary>
    /// <param name="owner">The class that is asked; the member may be of a base class or an interface of it.</param>
    /// <param name="member">The member.</param>
    internal MappedMember? Find(Type owner, MemberInfo member) => Find(owner)?.Find(member);
}
