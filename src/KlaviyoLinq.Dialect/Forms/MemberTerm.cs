namespace KlaviyoLinq.Forms;

/// <summary>A member of the queried resource.</summary>
internal sealed class MemberTerm(MemberPath path, string fragment) : Term(fragment)
{
    internal MemberPath Path { get; } = path;
}
