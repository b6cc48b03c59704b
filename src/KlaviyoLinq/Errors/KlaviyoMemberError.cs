namespace KlaviyoLinq.Errors;

/// <summary>An error that Klaviyo reports about one member of a body.</summary>
/// <param name="Member">The member in C#: <c>Profile.Location.City</c>.</param>
/// <param name="Row">The row in a body with many, from 0; null in a body with one.</param>
/// <param name="Error">The error as Klaviyo reports it.</param>
public sealed record KlaviyoMemberError(string Member, int? Row, KlaviyoError Error);
