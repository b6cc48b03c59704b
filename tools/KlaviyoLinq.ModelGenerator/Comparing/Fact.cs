namespace KlaviyoLinq.ModelGenerator.Comparing;

/// <summary>Fact of a revision, in the tree as which two revisions are compared.</summary>
/// <param name="Topic">The topic under which a change of it is listed: <c>Filters</c>, <c>Rate limits</c> …</param>
/// <param name="Name">Its name, unique with the topic among its siblings; begins with a dot where it is a member.</param>
/// <param name="Value">The content that can change while the name stays; empty where the name says all.</param>
/// <param name="Inner">The facts about it.</param>
internal sealed record Fact(string Topic, string Name, string Value, params IReadOnlyList<Fact> Inner);
