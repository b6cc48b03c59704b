using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Mapping;

/// <summary>The types of attributes: scalars, lists of those, and objects of the user's own.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
[UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
internal static class AttributeTypes
{
    private static readonly Type[] _lists =
        [typeof(IEnumerable<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>), typeof(ICollection<>), typeof(IList<>), typeof(List<>)];

    private static readonly Type[] _sets = [typeof(ISet<>), typeof(IReadOnlySet<>), typeof(HashSet<>)];

    // Scalars within objects are read as those of attributes are.
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        MaxDepth = Model.KlaviyoMap.MaxDepth,
        Converters = { new WireConverterFactory() },
    };

    /// <summary>The type of an attribute, or null where it cannot be read.</summary>
    internal static WireType? Of(PropertyInfo property) => Of(property.PropertyType, property);

    /// <summary>The type of the items, or null where the type is not a list.</summary>
    internal static Type? ElementOf(Type type) => type.IsSZArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() is var list && (_lists.Contains(list) || _sets.Contains(list)) ? type.GetGenericArguments()[0]
        : null;

    /// <summary>A list of a type that has an <see cref="ElementOf"/>.</summary>
    internal static object List(Type type, Array items)
    {
        if (type.IsInstanceOfType(items))
            return items;
        Type element = type.GetGenericArguments()[0];
        return Activator.CreateInstance(_sets.Contains(type.GetGenericTypeDefinition()) ? typeof(HashSet<>).MakeGenericType(element) : type, items)!;
    }

    private static WireType? Of(Type type, PropertyInfo? property)
    {
        if (WireTypes.Find(Nullable.GetUnderlyingType(type) ?? type, property) is { } scalar)
            return scalar;
        if (ElementOf(type) is { } element)
            return Of(element, property) is { IsArray: false } items ? Array(type, element, items) : null;
        return IsObject(type)
            ? new WireType(
                "an object of " + type.Name, AttributeKind.Map, ValueKind.None, (JsonElement json, out object? value) => Object(type, json, out value))
            : null;
    }

    private static WireType Array(Type type, Type element, WireType items)
    {
        bool takesNull = !element.IsValueType || Nullable.GetUnderlyingType(element) is not null;
        return new WireType("an array, each item " + items.Expected, items.Attribute, ValueKind.None, Read) { IsArray = true };

        bool Read(JsonElement json, out object? value)
        {
            value = null;
            if (json.ValueKind != JsonValueKind.Array)
                return json.ValueKind == JsonValueKind.Null;
            System.Array read = System.Array.CreateInstance(element, json.GetArrayLength());
            int index = 0;
            foreach (JsonElement item in json.EnumerateArray())
            {
                if (!items.TryRead(item, out object? one) || (one is null && !takesNull))
                    return false;
                read.SetValue(one, index++);
            }

            value = List(type, read);
            return true;
        }
    }

    private static bool Object(Type type, JsonElement json, out object? value)
    {
        value = null;
        try
        {
            value = json.Deserialize(type, _json);
            return true;
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }

    // What the framework's serializer can make at all. A class that it cannot make of an empty object may still be made of another.
    private static bool IsObject(Type type)
    {
        if (type == typeof(object)
            || type == typeof(char)
            || type.IsInterface
            || type.IsAbstract
            || type.IsPointer
            || type.IsByRefLike
            || typeof(Delegate).IsAssignableFrom(type))
            return false;
        try
        {
            JsonSerializer.Deserialize("{}", type, _json);
            return true;
        }
        catch (JsonException)
        {
            return true;
        }
        catch (Exception failure) when (failure is NotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }
}
