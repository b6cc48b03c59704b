namespace KlaviyoLinq.Errors;

/// <summary>There is no resource of this id, or no such endpoint at this revision: status 404.</summary>
public sealed class KlaviyoNotFoundException : KlaviyoApiException
{
    internal KlaviyoNotFoundException(ApiFault fault)
        : base(fault, "Check the id, and that the key belongs to the account that holds the resource.")
    {
    }
}
