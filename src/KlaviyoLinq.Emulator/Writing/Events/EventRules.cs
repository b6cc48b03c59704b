using System.Globalization;
using System.Text;
using System.Text.Json;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Events;

/// <summary>The limits of an event: its properties, the name of its metric, its time.</summary>
internal static class EventRules
{
    private const int MaximumProperties = 400;
    private const int MetricNameLimit = 128;
    private const int MaximumStringBytes = 100_000;

    private static readonly DateTimeOffset _earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Finds the first limit that an event exceeds.</summary>
    internal static ApiError? Check(SentEvent sent, DateTimeOffset now) =>
        CheckMetric(sent) ?? CheckTime(sent, now) ?? CheckProperties(sent.Properties, sent.Attributes + "/properties");

    private static ApiError? CheckMetric(SentEvent sent) => sent.Metric.Length switch
    {
        0 => BodyFault.At(sent.Attributes + "/metric/data/attributes/name", "The name of a metric may not be empty."),
        >= MetricNameLimit => BodyFault.At(
            sent.Attributes + "/metric/data/attributes/name",
            string.Create(CultureInfo.InvariantCulture, $"The name of a metric must have fewer than {MetricNameLimit} characters.")),
        _ => null,
    };

    private static ApiError? CheckTime(SentEvent sent, DateTimeOffset now) =>
        sent.Time < _earliest ? BodyFault.At(sent.Attributes + "/time", "The time must be after the year 1990.")
        : sent.Time > now.AddYears(1) ? BodyFault.At(sent.Attributes + "/time", "The time can be at most one year in the future.")
        : null;

    private static ApiError? CheckProperties(JsonElement properties, string pointer) => properties.GetPropertyCount() > MaximumProperties
        ? BodyFault.At(
            pointer,
            string.Create(CultureInfo.InvariantCulture, $"There are {properties.GetPropertyCount()} properties; at most {MaximumProperties} are allowed."))
        : CheckStrings(properties, pointer);

    private static ApiError? CheckStrings(JsonElement value, string pointer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when Encoding.UTF8.GetByteCount(value.GetString()!) > MaximumStringBytes:
                return BodyFault.At(pointer, string.Create(CultureInfo.InvariantCulture, $"A string can have at most {MaximumStringBytes} bytes."));
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                    if (CheckStrings(member.Value, $"{pointer}/{BodyFault.Escaped(member.Name)}") is { } error)
                        return error;
                return null;
            case JsonValueKind.Array:
                int at = 0;
                foreach (JsonElement item in value.EnumerateArray())
                    if (CheckStrings(item, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{at++}")) is { } error)
                        return error;
                return null;
            default:
                return null;
        }
    }
}
