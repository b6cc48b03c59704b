using System.Globalization;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Data;

/// <summary>Literals of Klaviyo's filter language, written from its grammar and independent of the provider.</summary>
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
