using System.Collections.Concurrent;
using System.Reflection;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Query;

/// <summary>The values that resources are sorted by, and their order: dates and numbers by size, strings by their characters, a missing value behind all others.</summary>
internal static class SortKeys
{
    private static readonly ConcurrentDictionary<(Type Type, string Field), PropertyInfo[]> Paths = new();

    internal static object? Read(KlaviyoResource resource, string field)
    {
        object? value = resource;
        foreach (PropertyInfo property in Paths.GetOrAdd((resource.GetType(), field), static key => PathOf(key.Type, key.Field)))
        {
            if (value is null)
                return null;
            value = property.GetValue(value);
        }

        return value is IKlaviyoEnum open ? open.Value : value;
    }

    internal static int Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (string a, string b) => string.CompareOrdinal(a, b),
        _ => Comparer<object>.Default.Compare(left, right),
    };

    private static PropertyInfo[] PathOf(Type type, string field)
    {
        List<PropertyInfo> path = [];
        Type owner = type;
        foreach (string name in field.Split('.'))
        {
            PropertyInfo property = owner.GetProperties().First(candidate => candidate.GetCustomAttribute<WireNameAttribute>()?.Name == name);
            path.Add(property);
            owner = property.PropertyType;
        }

        return [.. path];
    }
}
