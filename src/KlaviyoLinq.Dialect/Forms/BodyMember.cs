namespace KlaviyoLinq.Forms;

/// <summary>A member of an object in the body of a request.</summary>
/// <param name="Name">The wire name: <c>first_name</c>.</param>
/// <param name="Value">The value.</param>
internal sealed record BodyMember(string Name, BodyTerm Value);
