using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>Another kind for a member of a resource type or component.</summary>
/// <param name="Of">The resource type or component.</param>
/// <param name="Member">The member's wire name.</param>
/// <param name="Kind">What it really is.</param>
/// <param name="Reason">How that is known.</param>
internal sealed record MemberOverride(string Of, string Member, MemberKind Kind, string Reason);
