using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Columns;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.Paging;

/// <summary>Sort keys of resources, and their order: dates and numbers by size, strings by their characters.</summary>
internal static class SortKeys
{
    private static readonly ConcurrentDictionary<(Type Type, string Field), PropertyInfo[]> _paths = new();

    internal static object? Read(KlaviyoResource resource, string field)
    {
        if (resource is ColumnResource row)
            return row.Find(field);
        if (resource is UnknownResource sent)
            return field == "id" ? sent.Id : sent.Attributes.TryGetValue(field, out JsonElement json) ? Scalar(json) : null;
        object? value = resource;
        PropertyInfo[] path = _paths.GetOrAdd((resource.GetType(), field), static key => PathOf(key.Type, key.Field));
        if (path.Length == 0)
            return null;
        foreach (PropertyInfo property in path)
        {
            if (value is null)
                return null;
            value = property.GetValue(value);
        }

        return value is IKlaviyoEnum open ? open.Value : value;
    }

    /// <summary>Returns the date-time that a resource is sorted by, in UTC ticks; null where it has none, or where that member is not known.</summary>
    internal static long? Moment(KlaviyoResource resource, string field) => Read(resource, field) is DateTimeOffset moment ? moment.UtcTicks : null;

    internal static int Compare(object left, object right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        _ when left.GetType() != right.GetType() =>
            string.CompareOrdinal(Convert.ToString(left, CultureInfo.InvariantCulture), Convert.ToString(right, CultureInfo.InvariantCulture)),
        _ => Comparer<object>.Default.Compare(left, right),
    };

    // Sort key of a mapped class. A text that is a date is compared as one, because the answer does not say which it is.
    private static object? Scalar(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new ScalarToken(json).TryReadDateTime(out DateTimeOffset? moment) && moment is { } read ? read : json.GetString(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        _ => null,
    };

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The model's properties are kept: see ILLink.Descriptors.xml.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The model's properties are kept: see ILLink.Descriptors.xml.")]
    private static PropertyInfo[] PathOf(Type type, string field)
    {
        List<PropertyInfo> path = [];
        Type owner = type;
        foreach (string name in field.Split('.'))
        {
            if (MemberMap.Property(owner, SegmentKind.Attribute, name) is not { } property)
                return [];
            path.Add(property);
            owner = property.PropertyType;
        }

        return [.. path];
    }
}
