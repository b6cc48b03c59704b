using System.Globalization;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Http;

namespace KlaviyoLinq.Configuration;

/// <summary>Rules of the options. Each names the option that is wrong and what to do; none repeats the key.</summary>
internal static class OptionRules
{
    private const string KeyPrefix = "pk_";
    private const int MaximumCompanyIdLength = 16;

    internal static void CheckApiKey(string option, string? key)
    {
        if (string.IsNullOrWhiteSpace(key))
            throw new KlaviyoConfigurationException(
                option,
                "The API key is missing. Create a private key (pk_…) in Klaviyo under Settings, API keys, and read it from a secret store or the environment. For OAuth, set TokenProvider instead.");
        if (!key.StartsWith(KeyPrefix, StringComparison.Ordinal) || key.Length == KeyPrefix.Length)
            throw new KlaviyoConfigurationException(
                option,
                "Not a private API key (they start with 'pk_'). For OAuth set TokenProvider; the six-character public key is for KlaviyoClientContext.");
        if (!HeaderText.IsPlain(key))
            throw new KlaviyoConfigurationException(
                option, "The API key contains a space, a line break or another character that keys never have. Copy it again, without quotes.");
    }

    /// <summary>Requires the public id of a company: usually six letters and digits, and never a secret.</summary>
    internal static void CheckCompanyId(string context, string parameter, string? id)
    {
        if (string.IsNullOrWhiteSpace(id))
            throw Wrong("The company id is missing. Find it in Klaviyo under Settings, API keys: the public API key (site id), such as 'ABC123'.");
        if (id.AsSpan().Trim().StartsWith(KeyPrefix, StringComparison.OrdinalIgnoreCase))
            throw Wrong("This is a private API key, and anyone with the app or page could read the whole account with it. Pass the public id of the company (six letters and digits), or use a KlaviyoContext on a server. Revoke the key if it was published.");
        if (id.Length > MaximumCompanyIdLength || !id.All(char.IsAsciiLetterOrDigit))
            throw Wrong("Not a company id: it has about six letters and digits, such as 'ABC123', and nothing else. Copy it again.");

        KlaviyoConfigurationException Wrong(string advice) => new(context, parameter, advice);
    }

    internal static void CheckNoApiKey(string option, string? key)
    {
        if (!string.IsNullOrEmpty(key))
            throw new KlaviyoConfigurationException(
                option, "A client context does not take a private key: leave it empty. It sends only the company's public id.");
    }

    internal static void CheckOneCredential(string option, string? key)
    {
        if (!string.IsNullOrEmpty(key))
            throw new KlaviyoConfigurationException(
                option, "ApiKey is set as well, and a request takes one credential. Leave ApiKey empty for OAuth, or TokenProvider null for a private key.");
    }

    internal static void CheckNoTokenProvider(string option, IKlaviyoTokenProvider? provider)
    {
        if (provider is not null)
            throw new KlaviyoConfigurationException(
                option, "A client context does not send access tokens: leave it null. It sends only the company's public id.");
    }

    /// <summary>Requires a client without credentials: what it adds to every request would be sent with anonymous ones.</summary>
    internal static void CheckNoAuthorization(string option, HttpClient? client)
    {
        if (client?.DefaultRequestHeaders.Contains("Authorization") == true)
            throw new KlaviyoConfigurationException(
                option,
                "The given client adds an Authorization header to every request, and a client context must not send any: remove it from DefaultRequestHeaders.");
    }

    /// <summary>Requires <c>YYYY-MM-DD</c>, followed by <c>.pre</c> for betas.</summary>
    internal static void CheckRevision(string option, string? revision)
    {
        if (!DateOnly.TryParseExact(StableRevision(revision), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw new KlaviyoConfigurationException(option, "A revision is a date such as '2026-07-15', or '2026-07-15.pre' for a beta.");
    }

    /// <summary>Returns the revision without the suffix of a beta, which has the whole stable API of its date.</summary>
    internal static string StableRevision(string? revision) =>
        revision is null ? "" : revision.EndsWith(".pre", StringComparison.Ordinal) ? revision[..^4] : revision;

    /// <summary>
    /// Requires a catalogue for the revision. Where the library has none, the user has to name the nearest one: a wrong guess would let invalid
    /// requests pass or refuse valid ones.
    /// </summary>
    /// <param name="option">The option's name.</param>
    /// <param name="given">The catalogue of the options; null for none.</param>
    /// <param name="revision">The revision of the requests.</param>
    internal static void CheckCatalogue(string option, KlaviyoCatalogue? given, string revision)
    {
        KlaviyoCatalogue? own = KlaviyoCatalogue.For(StableRevision(revision));
        if (own is null && given is null)
        {
            KlaviyoCatalogue nearest = KlaviyoCatalogue.Known.FirstOrDefault(known => string.CompareOrdinal(known.Revision, revision) < 0)
                ?? KlaviyoCatalogue.Known[^1];
            throw new KlaviyoConfigurationException(
                option,
                $"The library has no catalogue of revision {revision}. Set the catalogue that queries are checked against: Catalogue = {NameOf(nearest)} is the nearest. Or use one of the known revisions: {string.Join(", ", KlaviyoCatalogue.Known.Select(known => known.Revision))}.");
        }

        if (own is not null && given is not null && given.Revision != own.Revision)
        {
            throw new KlaviyoConfigurationException(
                option,
                $"The catalogue is that of revision {given.Revision}, but the requests are for revision {revision}: queries would be checked against another revision. Leave one of the two out, or set Catalogue = {NameOf(own)}.");
        }
    }

    internal static void CheckBaseAddress(string option, Uri? address)
    {
        if (address is not { IsAbsoluteUri: true })
            throw new KlaviyoConfigurationException(option, "The base address must be absolute, such as 'https://a.klaviyo.com/'.");
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            throw new KlaviyoConfigurationException(
                option, "The base address must use https: the API key goes with every request. Plain http is permitted for localhost only.");
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new KlaviyoConfigurationException(option, "The base address must be scheme, host and path alone, without user name, query or fragment.");
    }

    internal static void CheckTimeout(string option, TimeSpan timeout)
    {
        if (!IsForTimers(timeout))
            throw new KlaviyoConfigurationException(option, "The time for one attempt must be positive and less than 49 days, or Timeout.InfiniteTimeSpan.");
    }

    internal static void CheckTotalTimeout(string option, TimeSpan timeout)
    {
        if (!IsForTimers(timeout))
            throw new KlaviyoConfigurationException(
                option, "The time for all attempts at a page must be positive and less than 49 days, or Timeout.InfiniteTimeSpan.");
    }

    internal static void CheckDefaultPageSize(string option, int? size)
    {
        if (size < 1)
            throw new KlaviyoConfigurationException(option, "A page must have at least one resource; null for the maximum of each endpoint.");
    }

    internal static void CheckSlowPageThreshold(string option, TimeSpan threshold)
    {
        if (threshold != Timeout.InfiniteTimeSpan && threshold <= TimeSpan.Zero)
            throw new KlaviyoConfigurationException(option, "The threshold of slow pages must be positive, or Timeout.InfiniteTimeSpan.");
    }

    internal static void CheckPacing(string option, KlaviyoPacing pacing)
    {
        if (!Enum.IsDefined(pacing))
            throw new KlaviyoConfigurationException(option, "The pacing must be KlaviyoPacing.Burst or KlaviyoPacing.Even.");
    }

    internal static void CheckMaximumResponseBytes(string option, int bytes)
    {
        if (bytes < 1 || bytes >= Array.MaxLength)
            throw new KlaviyoConfigurationException(
                option, string.Create(CultureInfo.InvariantCulture, $"The largest answer must be between 1 and {Array.MaxLength - 1} bytes."));
    }

    internal static void CheckGiven(string option, object? value)
    {
        if (value is null)
            throw new KlaviyoConfigurationException(option, "The value must not be null.");
    }

    // Timers count milliseconds in 32 bits.
    private static bool IsForTimers(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout.TotalMilliseconds < uint.MaxValue);

    private static string NameOf(KlaviyoCatalogue catalogue) => "KlaviyoCatalogue.Revision" + catalogue.Revision.Replace("-", "", StringComparison.Ordinal);

    /// <summary>Requires a handler that does not follow redirects. A client that follows them can only be detected afterwards.</summary>
    internal static void CheckHandler(string option, HttpMessageHandler? handler, HttpClient? client)
    {
        if (handler is not null && client is not null)
            throw new KlaviyoConfigurationException(option, "Set either HttpClient or HttpMessageHandler, not both.");

        HttpMessageHandler? innermost = handler;
        while (innermost is DelegatingHandler { InnerHandler: { } inner })
            innermost = inner;
        if (innermost is SocketsHttpHandler { AllowAutoRedirect: true } or HttpClientHandler { AllowAutoRedirect: true })
            throw new KlaviyoConfigurationException(
                option, "Set AllowAutoRedirect to false: a redirect would send the request, with its key, to another host.");
    }
}
