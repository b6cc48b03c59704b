using System.Globalization;
using System.Net;

namespace KlaviyoLinq.Emulator.Status;

/// <summary>Formatting of the values of a report.</summary>
internal static class StatusText
{
    private const int ShownOfKey = 5;

    /// <summary>A number with commas: <c>100,000</c>.</summary>
    internal static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A moment's time of day, in UTC.</summary>
    internal static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Text within HTML: whatever a client sent, it stays text.</summary>
    internal static string Html(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary>The query as a person reads it; as it was sent when it cannot be decoded.</summary>
    internal static string Query(ReceivedRequest request) => request.Parameters.Count == 0
        ? request.Query
        : string.Join("&", request.Parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"));

    /// <summary>Requests with unassigned keys are counted by their key, which the page does not show.</summary>
    internal static string Masked(string account) =>
        account.StartsWith("pk_", StringComparison.Ordinal) ? account[..Math.Min(ShownOfKey, account.Length / 2)] + "…" : account;
}
