using KlaviyoLinq.Model;

namespace KlaviyoLinq.JsonApi;

/// <summary>A relationship as a document states it: its identifiers are a stretch of the linkage's list.</summary>
internal readonly record struct RelationshipLink(KlaviyoResource Owner, string Name, bool IsToMany, int FirstIdentifier);
