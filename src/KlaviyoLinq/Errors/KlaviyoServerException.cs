namespace KlaviyoLinq.Errors;

/// <summary>Klaviyo failed to answer the request: status 5xx, after the retries.</summary>
public sealed class KlaviyoServerException : KlaviyoApiException
{
    internal KlaviyoServerException(ApiFault fault)
        : base(fault, "The failure is on Klaviyo's side and usually passes: the request can be retried.")
    {
    }
}
