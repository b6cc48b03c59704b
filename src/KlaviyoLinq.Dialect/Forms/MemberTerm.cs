namespace KlaviyoLinq.Forms;

/// <summary>A member of the queried resource.</summary>
internal sealed class MemberTerm(MemberPath path, Fragment fragment) : Term(fragment)
{
    internal MemberPath Path { get; } = path;
}
