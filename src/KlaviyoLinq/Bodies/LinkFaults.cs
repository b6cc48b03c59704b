namespace KlaviyoLinq.Bodies;

/// <summary>Relationships of a resource that no body can express.</summary>
/// <param name="Conflicts">Those whose navigation and id were both assigned and differ.</param>
/// <param name="Edited">To-many relationships of an existing resource that were edited link by link.</param>
internal readonly record struct LinkFaults(IReadOnlyList<string> Conflicts, IReadOnlyList<string> Edited);
