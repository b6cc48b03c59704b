using System.Net;

namespace KlaviyoLinq.Errors;

/// <summary>
/// Klaviyo rejects the request: status 400, and all other 4xx without their own exception, such as 410 for a retired revision.
/// </summary>
public sealed class KlaviyoBadRequestException : KlaviyoApiException
{
    internal KlaviyoBadRequestException(ApiFault fault)
        : base(fault, Advise(fault))
    {
    }

    private static string Advise(ApiFault fault) => fault.StatusCode switch
    {
        HttpStatusCode.Gone => "The revision is retired or the endpoint was removed: set KlaviyoOptions.Revision to a supported one.",
        HttpStatusCode.RequestTimeout => "Klaviyo did not receive the request in time; it can be retried.",
        _ => "A retry will not help. If the query was accepted by this library, its catalogue and Klaviyo disagree: please report it.",
    };
}
