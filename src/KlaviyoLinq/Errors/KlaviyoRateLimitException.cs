using System.Globalization;

namespace KlaviyoLinq.Errors;

/// <summary>Too many requests in one of Klaviyo's rate-limit windows: status 429.</summary>
public sealed class KlaviyoRateLimitException : KlaviyoApiException
{
    internal KlaviyoRateLimitException(ApiFault fault)
        : base(fault, Advise(fault.RetryAfter)) => RetryAfter = fault.RetryAfter;

    /// <summary>How long Klaviyo asks to wait (header <c>Retry-After</c>); null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; }

    private static string Advise(TimeSpan? retryAfter) => retryAfter is { } wait
        ? string.Create(CultureInfo.InvariantCulture, $"Klaviyo asks to wait {wait.TotalSeconds:0.###} s before the next request.")
        : "Klaviyo did not say how long to wait; the windows are one second and one minute long.";
}
