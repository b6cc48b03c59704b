using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Conditions;

/// <summary>A part that has been refused already; it keeps its place so that the rest can still be judged.</summary>
internal sealed class Refused(Site site) : Condition(site);
