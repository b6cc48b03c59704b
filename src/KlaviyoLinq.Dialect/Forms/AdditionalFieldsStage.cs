namespace KlaviyoLinq.Forms;

/// <summary><c>AdditionalFields(member)</c>: an attribute that Klaviyo leaves out unless it is asked for.</summary>
internal sealed class AdditionalFieldsStage(Term member, Site site) : Stage(site)
{
    internal Term Member { get; } = member;
}
