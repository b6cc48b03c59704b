namespace KlaviyoLinq;

/// <summary>
/// Provider of OAuth access tokens, for apps that many accounts install. A context keeps a token and requests another one when it is about to expire,
/// and once when Klaviyo answers 401; never twice at the same time.
/// </summary>
public interface IKlaviyoTokenProvider
{
    /// <summary>
    /// Gets the name of the installation that the tokens belong to, which stays the same when they are renewed: contexts with the same name and base
    /// address share their rate limits. It is not sent, and must not contain a secret. The default is null, for this object itself.
    /// </summary>
    string? Account => null;

    /// <summary>Returns a token that is valid now.</summary>
    /// <param name="refused">
    /// The token that Klaviyo has rejected with 401, so that a provider with a store does not return it again; null the first time, and when a token
    /// is about to expire.
    /// </param>
    /// <param name="cancellationToken">Cancelled with the query that needs the token, or with the timeout of its attempt.</param>
    ValueTask<KlaviyoAccessToken> GetTokenAsync(string? refused, CancellationToken cancellationToken);
}
