namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>A parameter outside the JSON:API families.</summary>
internal sealed record ParameterSpec(string Name, bool InHeader, bool Required)
{
    /// <summary>The values of an enumeration.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
