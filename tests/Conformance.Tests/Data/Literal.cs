using System.Globalization;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Data;

/// <summary>How Klaviyo's filter language spells a value; written from its grammar, not taken from the provider.</summary>
internal static class Literal
{
    internal static string Of(object value) => value switch
    {
        string text => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        IKlaviyoEnum symbol => $"\"{symbol.Value}\"",
        bool flag => flag ? "true" : "false",
        DateTimeOffset { Offset.Ticks: 0 } moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    internal static string List(IEnumerable<object> values) => $"[{string.Join(',', values.Select(Of))}]";
}
