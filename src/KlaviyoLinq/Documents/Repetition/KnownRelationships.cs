using KlaviyoLinq.Model;

namespace KlaviyoLinq.Documents.Repetition;

/// <summary>Relationships as they stood in a document, and what they said.</summary>
internal sealed record KnownRelationships(RepeatedText Text, RelationshipOutline Outline);
