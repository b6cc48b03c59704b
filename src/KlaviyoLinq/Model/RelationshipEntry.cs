using KlaviyoLinq.Links;

namespace KlaviyoLinq.Model;

/// <summary>Outline of one relationship in an answer, without the identifiers.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Data">Whether it says what is related.</param>
/// <param name="Count">How many identifiers there are.</param>
/// <param name="Self">The link to the relationship.</param>
/// <param name="Related">The link to what is related.</param>
internal readonly record struct RelationshipEntry(string Name, RelationshipData Data, int Count, LinkTemplate? Self, LinkTemplate? Related);
