using System.Globalization;
using System.Net;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Retrying;

/// <summary>Failures after which a request is sent again: those that can pass, and of them those that its repeat class permits.</summary>
internal static class RetryRules
{
    /// <summary>Returns whether a retry is permitted and can help.</summary>
    internal static bool MayRepeat(KlaviyoException failure, RepeatClass repeat) => MayPass(failure) && (repeat switch
    {
        RepeatClass.Read or RepeatClass.Idempotent or RepeatClass.Keyed or RepeatClass.Repeatable => true,
        _ => WasNotProcessed(failure),
    });

    // A 429 comes before any processing, and without a name there is no server to send to. Other failures leave open what Klaviyo has done.
    private static bool WasNotProcessed(KlaviyoException failure) => failure.NothingSent || failure
        is KlaviyoRateLimitException
        or KlaviyoTransportException { Error: HttpRequestError.NameResolutionError };

    private static bool MayPass(KlaviyoException failure) => failure switch
    {
        KlaviyoRateLimitException or KlaviyoChallengeException => true,
        KlaviyoApiException answered => MayPass(answered.StatusCode),
        KlaviyoTransportException broken => MayPass(broken.Error),
        KlaviyoTimeoutException => true,
        KlaviyoProtocolException protocol => protocol.IsCutOff,
        _ => false,
    };

    /// <summary>Describes a failure for the log, without texts of answers, which can repeat filter values.</summary>
    internal static string Describe(KlaviyoException failure) => failure switch
    {
        KlaviyoChallengeException challenge => string.Create(CultureInfo.InvariantCulture, $"status {(int)challenge.StatusCode} with a challenge"),
        KlaviyoApiException answered => string.Create(CultureInfo.InvariantCulture, $"status {(int)answered.StatusCode}"),
        KlaviyoTransportException broken => $"transport failure {broken.Error}",
        KlaviyoTimeoutException late => $"no whole answer within {late.Setting}",
        KlaviyoProtocolException => "the body was cut off",
        _ => failure.GetType().Name,
    };

    // 500–504 come from Klaviyo and its gateways, 520–524 from Cloudflare when the origin does not answer. 525 and 526 are TLS failures between the two.
    private static bool MayPass(HttpStatusCode status) => (int)status is 408 or (>= 500 and <= 504) or (>= 520 and <= 524);

    // A certificate, headers that are too large, and an unsupported HTTP version are the same at the next attempt.
    private static bool MayPass(HttpRequestError error) => error
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.ProxyTunnelError
        or HttpRequestError.HttpProtocolError
        or HttpRequestError.InvalidResponse
        or HttpRequestError.ResponseEnded
        or HttpRequestError.Unknown;
}
