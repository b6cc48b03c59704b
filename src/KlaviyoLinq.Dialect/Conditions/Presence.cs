using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Conditions;

/// <summary>
/// The condition that a member has a value: <c>x.Field != null</c>. It stays apart from the comparisons until all conditions are known, because most
/// of them are guards that a comparison of the same member makes redundant.
/// </summary>
/// <param name="path">The member.</param>
/// <param name="place">The number of findings before it, so that one about it comes in order.</param>
/// <param name="site">The piece of C#.</param>
internal sealed class Presence(MemberPath path, int place, Site site) : Condition(site)
{
    internal MemberPath Path { get; } = path;

    internal int Place { get; } = place;
}
