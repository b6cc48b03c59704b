namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>Rule of a body that its schema does not state.</summary>
/// <param name="Rule">The kind: <c>any-of</c>, <c>exactly-one</c>, <c>pattern</c> …</param>
/// <param name="Evidence">The source of the rule: <c>document</c>, <c>live</c> or <c>inferred</c>.</param>
/// <param name="Reason">The reason, as the source states it.</param>
internal sealed record WriteRule(string Rule, string Evidence, string Reason)
{
    /// <summary>The path within <c>data</c> of the object that the rule holds for; of an array, the rule holds for each item.</summary>
    public string At { get; init; } = "";

    /// <summary>The paths of the members, within that object.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The number, the value or the pattern.</summary>
    public string Value { get; init; } = "";
}
