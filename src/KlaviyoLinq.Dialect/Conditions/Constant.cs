using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Conditions;

/// <summary>A condition whose outcome is known before anything is sent.</summary>
internal sealed class Constant(bool value, Site site) : Condition(site)
{
    internal bool Value { get; } = value;
}
