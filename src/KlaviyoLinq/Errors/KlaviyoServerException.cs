namespace KlaviyoLinq.Errors;

/// <summary>Klaviyo failed to answer: status 5xx.</summary>
public sealed class KlaviyoServerException : KlaviyoApiException
{
    internal KlaviyoServerException(ApiFault fault)
        : base(fault, "The fault is on Klaviyo's side and usually passes: the same request can be sent again.")
    {
    }
}
