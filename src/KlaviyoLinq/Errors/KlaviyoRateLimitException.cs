using System.Globalization;

namespace KlaviyoLinq.Errors;

/// <summary>
/// Too many requests in one of Klaviyo's rate-limit windows: status 429. The page was retried until the attempts were used up, or Klaviyo requests a longer
/// wait than the options allow: <see cref="KlaviyoApiException.RetryAfter"/> and <see cref="KlaviyoApiException.RetryAt"/> say when to retry.
/// </summary>
public sealed class KlaviyoRateLimitException : KlaviyoApiException
{
    internal KlaviyoRateLimitException(ApiFault fault)
        : base(fault, Advise(fault))
    {
    }

    private static string Advise(ApiFault fault) => fault.RetryAfter is { } wait
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"Klaviyo requests a wait of {wait.TotalSeconds:0.###} s before the next request, until {fault.RetryAt:yyyy-MM-dd'T'HH:mm:ssK}.")
        : "Klaviyo did not say how long to wait; the windows are one second and one minute long.";
}
