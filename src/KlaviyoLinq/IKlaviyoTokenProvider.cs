namespace KlaviyoLinq;

/// <summary>
/// Hands out OAuth access tokens, for apps that many accounts install. A context keeps the token it was given and asks again when it is about to expire, and once
/// when Klaviyo answers 401; never twice at the same time.
/// </summary>
public interface IKlaviyoTokenProvider
{
    /// <summary>
    /// A name of the installation that the tokens belong to, which stays the same when they are renewed: contexts with the same name and base address wait in one
    /// row for Klaviyo's rate limits. It is not sent, and must hold no secret. Null, the default, for this very object.
    /// </summary>
    string? Account => null;

    /// <summary>Gives a token that is good for requests now.</summary>
    /// <param name="refused">
    /// The token that Klaviyo has answered 401 to, so that a provider with a store of its own does not hand the same out again; null when none was refused, as at
    /// the first time and when a token is about to expire.
    /// </param>
    /// <param name="cancellationToken">Ends with the query that needs the token, or with the time for its attempt.</param>
    ValueTask<KlaviyoAccessToken> GetTokenAsync(string? refused, CancellationToken cancellationToken);
}
