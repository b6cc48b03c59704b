using System.Net;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Faults.ServerActions;

namespace KlaviyoLinq.Tests.Faults.Cases;

/// <summary>Answers whose status is an error, with the bodies that Klaviyo, the network before it, or a broken server writes.</summary>
internal static class StatusFaults
{
    private const string Group = "Statuses";
    private const string Html = "<!DOCTYPE html><title>secret</title>";
    private const string RequestId = "01234567-89ab-cdef-0123-456789abcdef";
    private const string Throttled = "Request was throttled. Expected available in 1 second.";

    private static readonly Outcome _key = Outcome.Once<KlaviyoAuthenticationException>("Check the key: `KlaviyoOptions.ApiKey`.");
    private static readonly Outcome _scope = Outcome.Once<KlaviyoPermissionException>("Create a key with the scopes in `RequiredScopes`.");
    private static readonly Outcome _challenge = Outcome.Retried<KlaviyoChallengeException>("Retry later, more slowly or from another address.");
    private static readonly Outcome _absent = Outcome.Once<KlaviyoNotFoundException>("Check the id and the account of the key.");
    private static readonly Outcome _refused = Outcome.Once<KlaviyoBadRequestException>("A retry will not help; `Errors` says what is wrong with the request.");
    private static readonly Outcome _revision = Outcome.Once<KlaviyoBadRequestException>("Set `KlaviyoOptions.Revision` to a supported one.");
    private static readonly Outcome _late = Outcome.Retried<KlaviyoBadRequestException>("Run the query again.");
    private static readonly Outcome _limit = Outcome.Retried<KlaviyoRateLimitException>("Retry after `RetryAfter`; run fewer queries at the same time.");
    private static readonly Outcome _failing = Outcome.Retried<KlaviyoServerException>("Run the query again; name `RequestId` to Klaviyo's support.");
    private static readonly Outcome _broken = Outcome.Once<KlaviyoServerException>("Name `RequestId` to Klaviyo's support.");
    private static readonly Outcome _elsewhere = Outcome.Once<KlaviyoProtocolException>(
        "Check `KlaviyoOptions.BaseAddress`. Redirects are not followed, because the key would be sent along.");

    internal static IEnumerable<FaultCase> Cases { get; } =
    [
        .. Three(
            400, _refused, Answers.Error(400, "invalid", "Invalid input.", "Invalid filter provided", """{"parameter":"filter"}"""), "Invalid filter provided"),
        .. Three(
            401, _key,
            Answers.Error(
                401, "not_authenticated", "Authentication credentials were not provided.", "Missing or invalid private key.", """{"pointer":"/data/"}"""),
            "Missing or invalid private key.", "KlaviyoOptions.ApiKey"),
        Status(
            403, _scope, Answers.Error(403, "permission_denied", "Forbidden.", "You must have Advanced KDP enabled"), "Advanced KDP",
            "does not have this feature"),
        Page(403, _challenge, "challenge by the network"),
        Empty(403, _scope, "profiles:read"),
        .. Three(
            404, _absent, Answers.Error(404, "not_found", "Not found.", "A list with id `invalid` does not exist.", """{"pointer":"/data/"}"""),
            "does not exist", "Check the id"),
        .. Three(405, _refused, Answers.Error(405, "method_not_allowed", "Method not allowed.", "Method GET not allowed."), "Method GET not allowed."),
        .. Three(408, _late, Answers.Error(408, "timeout", "Request timeout.", "The request took too long."), "took too long"),
        .. Three(
            409, _refused, Answers.Error(409, "duplicate_profile", "Conflict.", "A profile already exists with one of these identifiers."), "already exists"),
        .. Three(410, _revision, Answers.Error(410, "gone", "Gone.", "The revision is retired."), "The revision is retired.", "KlaviyoOptions.Revision"),
        .. Three(415, _refused, Answers.Error(415, "unsupported_media_type", "Unsupported media type.", "Unsupported."), "Unsupported"),
        .. Three(429, _limit, Answers.Error(429, "throttled", Throttled, Throttled, """{"pointer":"/data"}"""), Throttled),
        Waiting("429 with a Retry-After of a second", "1", _limit, TimeSpan.FromSeconds(1)),
        Waiting(
            "429 with a Retry-After of a day", "86400",
            Outcome.Once<KlaviyoRateLimitException>("Retry after `RetryAfter`: a daily window is used up."), TimeSpan.FromDays(1)),
        Waiting(
            "429 with a Retry-After of a date", "Wed, 15 Jul 2099 12:00:00 GMT", Outcome.Once<KlaviyoRateLimitException>("Retry at `RetryAt`."),
            new DateTimeOffset(2099, 7, 15, 12, 0, 0, TimeSpan.Zero) - new ManualTime().GetUtcNow()),
        Waiting("429 with an invalid Retry-After", "soon", _limit, null),
        .. from status in new[] { 500, 502, 503, 504, 520, 521, 522, 523, 524 }
           from fault in Three(
               status, _failing, Answers.Error(status, "error", "A server error occurred.", "An unexpected error occurred."), "A server error occurred.")
           select fault,
        Empty(501, _failing, "501"),
        Empty(505, _broken, "505"),
        Page(525, _broken, "525"),
        Empty(599, _broken, "599"),
        new(Group, "503 with a challenge", Send(_ => Wire.Sized(Html, 503, "text/html", "cf-mitigated: challenge")), _challenge)
        {
            MessageParts = ["Cloudflare"],
        },
        new(Group, "an error document that is cut off", Send(_ => Wire.Sized("{\"errors\":[{\"detail\":\"sec", 500)), _failing) { MessageParts = ["500"] },
        new(
            Group, "an error document that repeats the key, escaped",
            Send(_ => Wire.Sized(Answers.Error(400, "invalid", "Invalid key.", string.Concat(Runs.Key.Select(c => $"\\u{(int)c:x4}"))), 400)),
            _refused) { MessageParts = ["Invalid key. ****"] },
        new(Group, "an error document nested 10,000 deep", Send(_ => Wire.Sized("{\"errors\":" + new string('[', 10_000), 500)), _failing)
        {
            MessageParts = ["500"],
        },
        new(
            Group, "an error document after a byte order mark",
            Send(_ => Wire.Sized("\uFEFF" + Answers.Error(400, "invalid", "Invalid input.", "No."), 400)),
            _refused) { MessageParts = ["Invalid input."] },
        new(Group, "an error document that is not UTF-8", Send(_ => Wire.Sized([.. "{\"errors\":[{\"detail\":\"caf"u8, 0xE9, .. "\"}]}"u8], 400)), _refused)
        {
            MessageParts = ["caf\uFFFD"],
        },
        .. from status in new[] { 301, 302, 303, 307, 308 }
           select new FaultCase(Group, $"{status}, a redirect", Send(_ => Wire.Sized("", status, null, "Location: http://192.0.2.1/api")), _elsewhere)
           {
               MessageParts = [$"{status}", "192.0.2.1", "not followed"],
           },
        new(
            Group, "304, unsolicited", Send(_ => Wire.Head(304, null)),
            Outcome.Once<KlaviyoProtocolException>("A cache in front of Klaviyo misbehaves: check proxies.")) { MessageParts = ["304"] },
    ];

    /// <summary>One status with each of the three bodies. What <paramref name="told"/> says first is Klaviyo's word, what follows is the library's.</summary>
    private static IEnumerable<FaultCase> Three(int status, Outcome outcome, string document, params string[] reported) =>
    [
        Status(status, outcome, document, reported),
        Page(status, outcome, ["HTML page", .. reported.Skip(1).Where(text => !document.Contains(text))]),
        Empty(status, outcome, [$"{status}", .. reported.Skip(1).Where(text => !document.Contains(text))]),
    ];

    private static FaultCase Status(int status, Outcome outcome, string document, params string[] reported) =>
        Make(
            $"{status} with Klaviyo's error document", status, outcome, document, Wire.MediaType,
            [.. reported, RequestId]) with { Check = failure => MustBe(failure, status, 1) };

    private static FaultCase Page(int status, Outcome outcome, params string[] reported) =>
        Make($"{status} with an HTML page", status, outcome, Html, "text/html; charset=UTF-8", reported);

    private static FaultCase Empty(int status, Outcome outcome, params string[] reported) =>
        Make($"{status} without a body", status, outcome, "", null, reported);

    private static FaultCase Waiting(string name, string retryAfter, Outcome outcome, TimeSpan? wait) =>
        new(Group, name, Send(_ => Wire.Sized("", 429, null, $"Retry-After: {retryAfter}")), outcome)
        {
            MessageParts = [wait is null ? "did not say how long to wait" : $"wait of {wait.Value.TotalSeconds} s"],
            Check = failure => ((KlaviyoRateLimitException)failure).RetryAfter.Should().Be(wait),
        };

    private static FaultCase Make(string name, int status, Outcome outcome, string body, string? contentType, IReadOnlyList<string> reported) =>
        new(Group, name, Send(_ => Wire.Sized(body, status, contentType, $"X-Klaviyo-Req-Id: {RequestId}")), outcome)
        {
            MessageParts = reported,
            Check = failure => MustBe(failure, status, 0),
        };

    private static void MustBe(KlaviyoException failure, int status, int errors)
    {
        var answered = (KlaviyoApiException)failure;
        answered.StatusCode.Should().Be((HttpStatusCode)status);
        answered.Errors.Should().HaveCount(errors);
        answered.RequestId.Should().Be(RequestId);
    }
}
