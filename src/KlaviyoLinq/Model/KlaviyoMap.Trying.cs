using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.Model;

/// <content>Values of keys that may hold anything: each is false where the key is absent or null, and where it holds something of another kind.</content>
public sealed partial class KlaviyoMap
{
    /// <summary>The scalar of a key.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">The scalar; <see cref="KlaviyoValue.Null"/> where there is none.</param>
    /// <returns>False when the key is absent or null, or holds an object or an array.</returns>
    public bool TryGetScalar(string key, out KlaviyoValue value)
    {
        value = default;
        return TryGetValue(key, out JsonElement element) && KlaviyoValue.TryRead(new ScalarToken(element), out value) && !value.IsNull;
    }

    /// <summary>The text of a key; numbers and booleans as they are written in JSON.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">The text; null where there is none.</param>
    /// <returns>False when the key is absent or null, or holds an object or an array.</returns>
    public bool TryGetString(string key, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return TryGetValue(key, out JsonElement element) && new ScalarToken(element).TryReadString(out value) && value is not null;
    }

    /// <summary>The whole number of a key, also where it is written as text.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">The number; 0 where there is none.</param>
    /// <returns>False when the key is absent, null or an empty text, or holds no whole number that fits 64 bits.</returns>
    public bool TryGetInteger(string key, out long value)
    {
        long? read = null;
        bool isRead = TryGetValue(key, out JsonElement element) && new ScalarToken(element).TryReadInteger(out read) && read is not null;
        value = read ?? 0;
        return isRead;
    }

    /// <summary>The number of a key, also where it is written as text.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">The number; 0 where there is none.</param>
    /// <returns>False when the key is absent, null or an empty text, or holds no number.</returns>
    public bool TryGetNumber(string key, out double value)
    {
        double? read = null;
        bool isRead = TryGetValue(key, out JsonElement element) && new ScalarToken(element).TryReadNumber(out read) && read is not null;
        value = read ?? 0;
        return isRead;
    }

    /// <summary>The boolean of a key, also where it is written as text.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">The boolean; false where there is none.</param>
    /// <returns>False when the key is absent, null or an empty text, or holds no boolean.</returns>
    public bool TryGetBoolean(string key, out bool value)
    {
        bool? read = null;
        bool isRead = TryGetValue(key, out JsonElement element) && new ScalarToken(element).TryReadBoolean(out read) && read is not null;
        value = read ?? false;
        return isRead;
    }

    /// <summary>The date-time of a key; one without an offset is UTC, a date alone is its midnight.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">The date-time; the default where there is none.</param>
    /// <returns>False when the key is absent, null or an empty text, or holds no RFC 3339 date-time.</returns>
    public bool TryGetDateTime(string key, out DateTimeOffset value)
    {
        DateTimeOffset? read = null;
        bool isRead = TryGetValue(key, out JsonElement element) && new ScalarToken(element).TryReadDateTime(out read) && read is not null;
        value = read ?? default;
        return isRead;
    }

    /// <summary>The object of a key.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">The object; null where there is none.</param>
    /// <returns>False when the key is absent or null, or holds something else.</returns>
    public bool TryGetMap(string key, [NotNullWhen(true)] out KlaviyoMap? value)
    {
        value = TryGetValue(key, out JsonElement element) && element.ValueKind == JsonValueKind.Object ? new KlaviyoMap(element) : null;
        return value is not null;
    }
}
