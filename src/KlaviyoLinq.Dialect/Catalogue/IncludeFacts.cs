namespace KlaviyoLinq.Catalogue;

/// <summary>One value of an operation's <c>include</c> parameter: a relationship of the primary resource.</summary>
internal readonly record struct IncludeFacts(string Relationship, string ResourceType);
