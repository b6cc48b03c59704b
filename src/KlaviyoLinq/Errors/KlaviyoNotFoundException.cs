namespace KlaviyoLinq.Errors;

/// <summary>
/// There is no resource of this id, or no such endpoint at this revision: status 404. Status 400 where the id has a form that no id of the type has:
/// <c>Invalid Event ID: 'NOPE01'</c>.
/// </summary>
public sealed class KlaviyoNotFoundException : KlaviyoApiException
{
    internal KlaviyoNotFoundException(ApiFault fault)
        : base(fault, fault.RejectsId
            ? "No resource of this type has an id of this form. Check that the id is that of a resource of this type."
            : "Check the id, and that the key belongs to the account that holds the resource.")
    {
    }
}
