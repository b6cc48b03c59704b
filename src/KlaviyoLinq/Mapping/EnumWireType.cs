using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.Mapping;

/// <summary>
/// Enumerations of C#. On the wire their values are names, or numbers where <see cref="JsonNumberEnumConverter{TEnum}"/> says so. A value that the
/// enumeration lacks is a failure, never its zero.
/// </summary>
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
internal static class EnumWireType
{
    internal static WireType Of(Type type, bool asNumber) => asNumber ? Numbers(type) : Names(type);

    private static WireType Numbers(Type type)
    {
        HashSet<object> values = [.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => Enum.ToObject(type, value))];
        long all = type.IsDefined(typeof(FlagsAttribute)) ? values.Aggregate(0L, (bits, value) => bits | Bits(value)) : 0;
        return new WireType($"a number of {type.Name}", AttributeKind.Integer, ValueKind.Integer, Read)
        {
            Write = value => IsWhole(value) ? Convert.ChangeType(value, Enum.GetUnderlyingType(type), CultureInfo.InvariantCulture) : value,
        };

        bool Read(JsonElement json, out object? value)
        {
            value = null;
            if (!new ScalarToken(json).TryReadInteger(out long? whole) || whole is not { } number)
                return json.ValueKind is JsonValueKind.Null || IsEmpty(json);
            value = Enum.ToObject(type, number);
            return Bits(value) == number && (values.Contains(value) || (all != 0 && (number & ~all) == 0));
        }
    }

    private static WireType Names(Type type)
    {
        Dictionary<string, object> values = [];
        Dictionary<object, string> names = [];
        foreach (FieldInfo field in type.GetFields(BindingFlags.Static | BindingFlags.Public))
        {
            object value = field.GetValue(null)!;
            string name = NameOf(field);
            if (!values.TryAdd(name, value) || !names.TryAdd(value, name))
                throw Refused(type, $"{field.Name} shares its number or its wire name '{name}' with another member, so a filter would be ambiguous: give each its own.");
        }

        if (type.IsDefined(typeof(FlagsAttribute)))
            throw Refused(type, $"combined flags have no names: write [JsonConverter(typeof(JsonNumberEnumConverter<{type.Name}>))] above it where Klaviyo sends a number.");
        return new WireType($"one of {string.Join(", ", values.Keys)}", AttributeKind.String, ValueKind.String, Read)
        {
            IsOrdered = false,
            Write = value => value is string ? value : IsWhole(value) ? names.GetValueOrDefault(Enum.ToObject(type, value)) : null,
        };

        bool Read(JsonElement json, out object? value)
        {
            value = null;
            if (json.ValueKind is JsonValueKind.Null || (IsEmpty(json) && !values.ContainsKey("")))
                return true;
            return json.ValueKind == JsonValueKind.String && new ScalarToken(json).TryReadString(out string? name) && values.TryGetValue(name!, out value);
        }
    }

    private static string NameOf(FieldInfo field) =>
        MemberMap.NameOf(field, SegmentKind.Attribute)
            ?? field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? MapReader.SnakeCase(field.Name);

    private static bool IsEmpty(JsonElement json) => json.ValueKind == JsonValueKind.String && json.ValueEquals("");

    private static bool IsWhole(object value) =>
        value.GetType() is var type && (type.IsEnum || (type.IsPrimitive && value is not (bool or char or double or float or nint or nuint)));

    private static long Bits(object value) => Enum.GetUnderlyingType(value.GetType()) == typeof(ulong)
        ? unchecked((long)Convert.ToUInt64(value, CultureInfo.InvariantCulture))
        : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static KlaviyoConfigurationException Refused(Type type, string reason) => new(type.Name, $"The enumeration {type.Name} cannot be mapped: {reason}");
}
