namespace KlaviyoLinq.Model;

/// <summary>What an answer says of one relationship, but for the identifiers themselves.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Data">Whether it says what is related.</param>
/// <param name="Count">How many identifiers there are.</param>
/// <param name="Self">The link to the relationship.</param>
/// <param name="Related">The link to what is related.</param>
internal readonly record struct RelationshipEntry(string Name, RelationshipData Data, int Count, LinkTemplate? Self, LinkTemplate? Related);
