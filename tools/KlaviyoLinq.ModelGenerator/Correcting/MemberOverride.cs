using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>Another kind for a member of a resource type or component, and for the filters that compare with it.</summary>
/// <param name="Of">The resource type or component.</param>
/// <param name="Member">The member's wire name.</param>
/// <param name="Kind">The kind that it has.</param>
/// <param name="Reason">The evidence for it.</param>
/// <param name="Revisions">The revisions whose documents are wrong; null for the newest, and older ones that say the same.</param>
internal sealed record MemberOverride(
    string Of, string Member, MemberKind Kind, string Reason, IReadOnlyList<string>? Revisions = null) : Correction(Reason, Revisions);
