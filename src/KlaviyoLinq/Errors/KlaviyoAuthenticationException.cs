namespace KlaviyoLinq.Errors;

/// <summary>Klaviyo does not know the API key, or rejects the access token and the renewed one: status 401.</summary>
public sealed class KlaviyoAuthenticationException : KlaviyoApiException
{
    internal KlaviyoAuthenticationException(ApiFault fault)
        : base(fault, "Check KlaviyoOptions.ApiKey: it must be a private key (pk_…) of the account that has not been deleted (Klaviyo: Settings, API keys). With a TokenProvider, Klaviyo rejects its tokens: the app may have been uninstalled.")
    {
    }
}
