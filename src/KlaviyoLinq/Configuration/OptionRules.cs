using System.Globalization;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Http;

namespace KlaviyoLinq.Configuration;

/// <summary>What the options must be like. Every rule says which option is wrong and what to do; none repeats the key.</summary>
internal static class OptionRules
{
    private const string KeyPrefix = "pk_";
    private const int MaximumCompanyIdLength = 16;

    internal static void CheckApiKey(string option, string? key)
    {
        if (string.IsNullOrWhiteSpace(key))
            throw new KlaviyoConfigurationException(option, "No API key is given. Make a private key (pk_…) in Klaviyo under Settings, API keys, and read it from a secret store or the environment. For OAuth, give a TokenProvider instead.");
        if (!key.StartsWith(KeyPrefix, StringComparison.Ordinal) || key.Length == KeyPrefix.Length)
            throw new KlaviyoConfigurationException(option, "This is no private API key: those start with 'pk_'. The six-character public key (company id) and OAuth tokens do not serve here; those come from a TokenProvider.");
        if (!HeaderText.IsPlain(key))
            throw new KlaviyoConfigurationException(option, "The API key holds a space, a line break or another character that keys never have. It was probably not copied cleanly: copy it again, without quotes.");
    }

    /// <summary>The public id of a company: six letters and digits as a rule, and never a secret.</summary>
    internal static void CheckCompanyId(string context, string parameter, string? id)
    {
        if (string.IsNullOrWhiteSpace(id))
            throw Wrong("No company id is given. It stands in Klaviyo under Settings, API keys, as the public API key (site id), such as 'ABC123'.");
        if (id.AsSpan().Trim().StartsWith(KeyPrefix, StringComparison.OrdinalIgnoreCase))
            throw Wrong("This is a private API key, and a client context must not have one: whoever holds the app or page could read the whole account. Pass the public id of the company (six letters and digits), or use a KlaviyoContext on a server. Revoke the key if it has been shipped.");
        if (id.Length > MaximumCompanyIdLength || !id.All(char.IsAsciiLetterOrDigit))
            throw Wrong("This is no company id: those are about six letters and digits, such as 'ABC123', and nothing else. It was probably not copied cleanly.");

        KlaviyoConfigurationException Wrong(string advice) => new(context, parameter, advice);
    }

    internal static void CheckNoApiKey(string option, string? key)
    {
        if (!string.IsNullOrEmpty(key))
            throw new KlaviyoConfigurationException(option, "A client context takes no private key: leave it empty. The company's public id is all it sends.");
    }

    internal static void CheckOneCredential(string option, string? key)
    {
        if (!string.IsNullOrEmpty(key))
            throw new KlaviyoConfigurationException(option, "There is an ApiKey as well, and a request is signed by one of the two. Leave ApiKey empty for OAuth, or TokenProvider for a private key.");
    }

    internal static void CheckNoTokenProvider(string option, IKlaviyoTokenProvider? provider)
    {
        if (provider is not null)
            throw new KlaviyoConfigurationException(option, "A client context sends no access token: leave it null. The company's public id is all it sends.");
    }

    /// <summary>What a given client adds to every request would go along with those that are to be anonymous.</summary>
    internal static void CheckNoAuthorization(string option, HttpClient? client)
    {
        if (client?.DefaultRequestHeaders.Contains("Authorization") == true)
            throw new KlaviyoConfigurationException(option, "The given client adds an Authorization header to every request, and a client context must not send any: remove it from DefaultRequestHeaders.");
    }

    /// <summary><c>YYYY-MM-DD</c>, followed by <c>.pre</c> for betas.</summary>
    internal static void CheckRevision(string option, string? revision)
    {
        if (!DateOnly.TryParseExact(StableRevision(revision), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw new KlaviyoConfigurationException(option, "A revision is a date such as '2026-07-15', or '2026-07-15.pre' for a beta.");
    }

    /// <summary>The revision without the mark of a beta, which has all of the stable API of its date.</summary>
    internal static string StableRevision(string? revision) =>
        revision is null ? "" : revision.EndsWith(".pre", StringComparison.Ordinal) ? revision[..^4] : revision;

    /// <summary>
    /// A query must be judged by what the asked revision offers. Where the library does not know that, the author has to say which catalogue comes close; it
    /// is not guessed, because a wrong guess would let wrong requests out or refuse right ones.
    /// </summary>
    /// <param name="option">The option's name.</param>
    /// <param name="given">The catalogue that was set; null where none was.</param>
    /// <param name="revision">The revision to be sent.</param>
    internal static void CheckCatalogue(string option, KlaviyoCatalogue? given, string revision)
    {
        KlaviyoCatalogue? own = KlaviyoCatalogue.For(StableRevision(revision));
        if (own is null && given is null)
        {
            KlaviyoCatalogue nearest = KlaviyoCatalogue.Known.FirstOrDefault(known => string.CompareOrdinal(known.Revision, revision) < 0) ?? KlaviyoCatalogue.Known[^1];
            throw new KlaviyoConfigurationException(
                option,
                $"The library has no catalogue of revision {revision}. Say which one queries are judged by: Catalogue = {Spelled(nearest)} is the nearest. Or ask one of the revisions it knows: {string.Join(", ", KlaviyoCatalogue.Known.Select(known => known.Revision))}.");
        }

        if (own is not null && given is not null && given.Revision != own.Revision)
        {
            throw new KlaviyoConfigurationException(
                option,
                $"The catalogue is that of revision {given.Revision}, but the revision asked is {revision}: queries would be judged by what another revision offers. Leave one of the two out, or set Catalogue = {Spelled(own)}.");
        }
    }

    internal static void CheckBaseAddress(string option, Uri? address)
    {
        if (address is not { IsAbsoluteUri: true })
            throw new KlaviyoConfigurationException(option, "The base address must be absolute, such as 'https://a.klaviyo.com/'.");
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            throw new KlaviyoConfigurationException(option, "The base address must use https: the API key goes with every request. Plain http is for this machine (localhost) only.");
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
            throw new KlaviyoConfigurationException(option, "The time for all attempts at a page must be positive and less than 49 days, or Timeout.InfiniteTimeSpan.");
    }

    internal static void CheckDefaultPageSize(string option, int? size)
    {
        if (size < 1)
            throw new KlaviyoConfigurationException(option, "A page must hold at least one resource; null is for the most that each endpoint takes.");
    }

    internal static void CheckSlowPageThreshold(string option, TimeSpan threshold)
    {
        if (threshold != Timeout.InfiniteTimeSpan && threshold <= TimeSpan.Zero)
            throw new KlaviyoConfigurationException(option, "The time from when on a page is slow must be positive, or Timeout.InfiniteTimeSpan.");
    }

    internal static void CheckPacing(string option, KlaviyoPacing pacing)
    {
        if (!Enum.IsDefined(pacing))
            throw new KlaviyoConfigurationException(option, "The pacing must be KlaviyoPacing.Burst or KlaviyoPacing.Even.");
    }

    internal static void CheckMaximumResponseBytes(string option, int bytes)
    {
        if (bytes < 1 || bytes >= Array.MaxLength)
            throw new KlaviyoConfigurationException(option, string.Create(CultureInfo.InvariantCulture, $"The largest answer must be between 1 and {Array.MaxLength - 1} bytes."));
    }

    internal static void CheckGiven(string option, object? value)
    {
        if (value is null)
            throw new KlaviyoConfigurationException(option, "This must not be null.");
    }

    // Timers count milliseconds in 32 bits.
    private static bool IsForTimers(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout.TotalMilliseconds < uint.MaxValue);

    private static string Spelled(KlaviyoCatalogue catalogue) => "KlaviyoCatalogue.Revision" + catalogue.Revision.Replace("-", "", StringComparison.Ordinal);

    /// <summary>A handler must leave redirects alone. What a given client does with them is seen only when it has done it.</summary>
    internal static void CheckHandler(string option, HttpMessageHandler? handler, HttpClient? client)
    {
        if (handler is not null && client is not null)
            throw new KlaviyoConfigurationException(option, "Give either an HttpClient or an HttpMessageHandler, not both.");

        HttpMessageHandler? innermost = handler;
        while (innermost is DelegatingHandler { InnerHandler: { } inner })
            innermost = inner;
        if (innermost is SocketsHttpHandler { AllowAutoRedirect: true } or HttpClientHandler { AllowAutoRedirect: true })
            throw new KlaviyoConfigurationException(option, "Set AllowAutoRedirect to false: a redirect would take the request, and what it carries, to another host.");
    }
}
