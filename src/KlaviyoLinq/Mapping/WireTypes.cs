using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.Mapping;

/// <summary>The types of scalars that mapped members can have. They are read as leniently as those of the library's own model.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
internal static class WireTypes
{
    private static readonly Dictionary<Type, WireType> _known = new()
    {
        [typeof(string)] = new("a string", AttributeKind.String, ValueKind.String, Text),
        [typeof(bool)] = new("a boolean", AttributeKind.Boolean, ValueKind.Boolean, Flag),
        [typeof(sbyte)] = Integer<sbyte>(),
        [typeof(byte)] = Integer<byte>(),
        [typeof(short)] = Integer<short>(),
        [typeof(ushort)] = Integer<ushort>(),
        [typeof(int)] = Integer<int>(),
        [typeof(uint)] = Integer<uint>(),
        [typeof(long)] = Integer<long>(),
        [typeof(ulong)] = Integer<ulong>(),
        [typeof(double)] = new("a number", AttributeKind.Number, ValueKind.Number, Real),
        [typeof(float)] = new("a number", AttributeKind.Number, ValueKind.None, Single),
        [typeof(decimal)] = new("a number", AttributeKind.Number, ValueKind.Number, Exact),
        [typeof(DateTimeOffset)] = new("a date-time", AttributeKind.DateTime, ValueKind.DateTime, Moment),
        [typeof(DateTime)] = new("a date-time", AttributeKind.DateTime, ValueKind.DateTime, UtcMoment) { Write = InUtc },
        [typeof(DateOnly)] = new("a date", AttributeKind.Date, ValueKind.DateTime, Day) { Write = Midnight, HasOneText = true },
        [typeof(Guid)] = new("a UUID", AttributeKind.String, ValueKind.String, Uuid) { Write = TextOf, HasOneText = true, IsOrdered = false },
        [typeof(KlaviyoValue)] = new("a string, a number or a boolean", AttributeKind.Scalar, ValueKind.Any, Scalar),
        [typeof(KlaviyoMap)] = new("an object", AttributeKind.Map, ValueKind.None, Map),
        [typeof(JsonElement)] = new("a value", AttributeKind.Any, ValueKind.None, Any),
    };

    private static readonly ConcurrentDictionary<(Type Type, bool AsNumber), WireType> _enumerations = new();

    /// <summary>The type of a scalar, or null where the type is another.</summary>
    /// <param name="type">The type; of a nullable the type within.</param>
    /// <param name="property">The property that has the type, which may say how an enumeration is written; null for an element.</param>
    internal static WireType? Find(Type type, PropertyInfo? property = null) => _known.TryGetValue(type, out WireType? known) ? known
        : type.IsEnum ? _enumerations.GetOrAdd((type, IsNumber(type, property)), static key => EnumWireType.Of(key.Type, key.AsNumber))
        : typeof(IKlaviyoEnum).IsAssignableFrom(type) && type.IsValueType
            ? new WireType("a string", AttributeKind.String, ValueKind.String, (JsonElement json, out object? value) => Open(type, json, out value))
        : null;

    /// <summary>The type of an id, or null where no id can have it.</summary>
    internal static WireType? FindId(Type type) => type == typeof(string) ? _known[type]
        : type == typeof(Guid) ? _known[type]
        : _known.GetValueOrDefault(type) is { Attribute: AttributeKind.Integer } number
            ? new WireType("a " + type.Name, AttributeKind.String, ValueKind.String, number.TryRead) { Write = TextOf, HasOneText = true, IsOrdered = false }
        : null;

    internal static bool Moment(JsonElement json, out object? value)
    {
        bool isRead = new ScalarToken(json).TryReadDateTime(out DateTimeOffset? moment);
        value = moment;
        return isRead;
    }

    // JsonNumberEnumConverter tells System.Text.Json that an enumeration is a number.
    private static bool IsNumber(Type type, PropertyInfo? property) =>
        (property?.GetCustomAttribute<JsonConverterAttribute>()
                ?? type.GetCustomAttribute<JsonConverterAttribute>())?.ConverterType is { IsGenericType: true } converter
        && converter.GetGenericTypeDefinition() == typeof(JsonNumberEnumConverter<>);

    private static WireType Integer<T>()
        where T : struct, IConvertible, System.Numerics.IBinaryInteger<T> =>
        new("a whole number", AttributeKind.Integer, ValueKind.Integer, (JsonElement json, out object? value) =>
        {
            value = null;
            var token = new ScalarToken(json);
            if (token.TryReadInteger(out long? whole))
            {
                if (whole is { } number && long.CreateSaturating(T.CreateSaturating(number)) != number)
                    return false;
                value = whole is { } fits ? T.CreateTruncating(fits) : null;
                return true;
            }

            // A number beyond those of long.
            bool isLarger = typeof(T) == typeof(ulong)
                && token.TryReadString(out string? text)
                && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong large)
                && (value = large) is not null;
            return isLarger;
        });

    private static bool Text(JsonElement json, out object? value)
    {
        bool isRead = new ScalarToken(json).TryReadString(out string? text);
        value = text;
        return isRead;
    }

    private static bool Flag(JsonElement json, out object? value)
    {
        bool isRead = new ScalarToken(json).TryReadBoolean(out bool? flag);
        value = flag;
        return isRead;
    }

    private static bool Real(JsonElement json, out object? value)
    {
        bool isRead = new ScalarToken(json).TryReadNumber(out double? number);
        value = number;
        return isRead;
    }

    private static bool Single(JsonElement json, out object? value)
    {
        bool isRead = Real(json, out value);
        if (value is double number)
            value = (float)number;
        return isRead && value is not float.PositiveInfinity and not float.NegativeInfinity;
    }

    private static bool Exact(JsonElement json, out object? value)
    {
        bool isRead = Real(json, out value);
        if (value is null)
            return isRead;
        string text = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
        isRead = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact);
        value = exact;
        return isRead;
    }

    private static bool UtcMoment(JsonElement json, out object? value)
    {
        bool isRead = Moment(json, out value);
        if (value is DateTimeOffset moment)
            value = moment.UtcDateTime;
        return isRead;
    }

    private static bool Day(JsonElement json, out object? value)
    {
        bool isRead = new ScalarToken(json).TryReadDate(out DateOnly? day);
        value = day;
        return isRead;
    }

    private static bool Uuid(JsonElement json, out object? value)
    {
        value = null;
        if (!Text(json, out object? text) || text is not string { Length: > 0 } uuidText)
            return text is null or "" && json.ValueKind is JsonValueKind.Null or JsonValueKind.String;
        bool isRead = Guid.TryParseExact(uuidText, "D", out Guid uuid);
        value = uuid;
        return isRead;
    }

    private static bool Scalar(JsonElement json, out object? value)
    {
        bool isRead = KlaviyoValue.TryRead(new ScalarToken(json), out KlaviyoValue scalar);
        value = scalar;
        return isRead;
    }

    private static bool Map(JsonElement json, out object? value)
    {
        value = json.ValueKind == JsonValueKind.Object ? new KlaviyoMap(json) : null;
        return json.ValueKind is JsonValueKind.Object or JsonValueKind.Null;
    }

    private static bool Any(JsonElement json, out object? value)
    {
        value = json;
        return true;
    }

    private static bool Open(Type type, JsonElement json, out object? value)
    {
        bool isRead = Text(json, out object? text);
        value = text is null ? null : Activator.CreateInstance(type, text);
        return isRead;
    }

    // A DateTime without a kind is in UTC, as those are that were read: on any machine it compares as it does in memory.
    private static object? InUtc(object value) =>
        value is DateTime { Kind: DateTimeKind.Unspecified } moment ? DateTime.SpecifyKind(moment, DateTimeKind.Utc) : value;

    private static object? Midnight(object value) => value is DateOnly day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : value;

    private static object? TextOf(object value) => value is string ? value : Convert.ToString(value, CultureInfo.InvariantCulture);
}
