namespace KlaviyoLinq.Catalogue;

/// <summary>Rule of a body that its schema does not state.</summary>
/// <param name="Rule">The kind.</param>
/// <param name="At">The path within <c>data</c> of the object that the rule holds for; empty for <c>data</c>. Of an array it holds for each item.</param>
/// <param name="Paths">The paths of the members within that object.</param>
/// <param name="Value">The number, the value or the pattern; empty where the kind needs none.</param>
/// <param name="Evidence">The source.</param>
internal sealed record BodyRuleFacts(BodyRule Rule, string At, IReadOnlyList<string> Paths, string Value, Evidence Evidence);
