using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Conditions;

/// <summary>A part that has been refused already; it keeps its place so that the rest can still be judged.</summary>
/// <param name="site">The piece of C#.</param>
/// <param name="path">The member that it compares, where there is one.</param>
internal sealed class Refused(Site site, MemberPath? path = null) : Condition(site)
{
    internal MemberPath? Path { get; } = path;
}
