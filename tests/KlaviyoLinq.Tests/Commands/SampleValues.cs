using System.Reflection;
using System.Text.Json;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>Random values of the types that members have, each with the JSON that it is on the wire.</summary>
internal sealed class SampleValues(Random random)
{
    /// <summary>Returns a value of a property's type, and its JSON; null where the type has none that is known here.</summary>
    internal (object? Value, string Json)? Of(PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        bool isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        return isNullable && random.Next(4) == 0 ? (null, "null") : Of(type);
    }

    private (object? Value, string Json)? Of(Type type)
    {
        int number = random.Next(-1000, 1000);
        if (type == typeof(string))
            return ($"ü\"{number}", JsonSerializer.Serialize($"ü\"{number}"));
        if (type == typeof(long))
            return ((long)number, $"{number}");
        if (type == typeof(double))
            return (number / 8.0, JsonSerializer.Serialize(number / 8.0));
        if (type == typeof(bool))
            return (number > 0, number > 0 ? "true" : "false");
        if (type == typeof(DateTimeOffset))
        {
            DateTimeOffset moment = DateTimeOffset.UnixEpoch.AddMinutes(number);
            return (moment, JsonSerializer.Serialize(moment));
        }

        if (type == typeof(DateOnly))
            return (new DateOnly(2026, 1, 1).AddDays(number), $"\"{new DateOnly(2026, 1, 1).AddDays(number):yyyy-MM-dd}\"");
        if (type == typeof(KlaviyoMap))
            return (new KlaviyoMap([KeyValuePair.Create("k", (object?)number)]), $$"""{"k":{{number}}}""");
        if (type == typeof(KlaviyoValue))
            return ((KlaviyoValue)(long)number, $"{number}");
        if (type.IsValueType && typeof(IKlaviyoEnum).IsAssignableFrom(type))
            return (Activator.CreateInstance(type, $"v{number}"), $"\"v{number}\"");
        return type == typeof(IReadOnlyList<string>) ? ((string[])["a", $"{number}"], $"""["a","{number}"]""") : null;
    }
}
