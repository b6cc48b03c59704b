using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Conditions;

/// <summary>A condition in the author's own words, which nobody can check.</summary>
internal sealed class Raw(RawFilter filter, Site site) : Condition(site)
{
    internal RawFilter Filter { get; } = filter;
}
