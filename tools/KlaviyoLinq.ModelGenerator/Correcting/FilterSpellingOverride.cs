namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>A filter field that writes the kinds of a union in upper case with underscores: SEND_EMAIL for send-email.</summary>
/// <param name="Resource">The resource type.</param>
/// <param name="Field">The filter field.</param>
/// <param name="Attribute">The attribute that is the union.</param>
/// <param name="Reason">Why it is needed.</param>
/// <param name="Revisions">The revisions it is for; null for all that describe the attribute.</param>
internal sealed record FilterSpellingOverride(string Resource, string Field, string Attribute, string Reason, IReadOnlyList<string>? Revisions = null)
    : Correction(Reason, Revisions);
