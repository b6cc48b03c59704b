namespace KlaviyoLinq.Forms;

/// <summary><c>AllowFanOut(maxRequests)</c>: the query may become several requests.</summary>
internal sealed class FanOutStage(ValueTerm maximum, Site site) : Stage(site)
{
    internal ValueTerm Maximum { get; } = maximum;
}
