using System.Net;

namespace KlaviyoLinq.Errors;

/// <summary>
/// There is no resource of this id, or no such endpoint at this revision: status 404. Status 400 when the form of the id is invalid for its type:
/// <c>Invalid Event ID: 'NOPE01'</c>. Also thrown, without a request, when the filters of the query are false for every resource.
/// </summary>
public sealed class KlaviyoNotFoundException : KlaviyoApiException
{
    internal KlaviyoNotFoundException(ApiFault fault)
        : base(fault, fault.RejectsId
            ? "Ids of this resource type have another form. Check that the id belongs to a resource of this type."
            : "Check the id, and that the key belongs to the account that holds the resource.")
    {
    }

    private KlaviyoNotFoundException(string message)
        : base(HttpStatusCode.NotFound, message)
    {
    }

    /// <summary>Initializes the exception of a query that no resource can satisfy, for which no request was sent.</summary>
    internal static KlaviyoNotFoundException WithoutRequest() =>
        new("No request was sent: the filters of the query are false for every resource. Check the query filters of OnModelCreating, or leave them out with IgnoreQueryFilters().");
}
