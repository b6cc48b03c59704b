using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Conditions;

/// <summary>
/// What a predicate demands, once every part of it is known to be something Klaviyo can compare. How the parts may be combined is the
/// grammar's affair.
/// </summary>
internal abstract class Condition(Site site)
{
    /// <summary>The piece of C# the condition came from.</summary>
    internal Site Site { get; } = site;
}
