namespace KlaviyoLinq.Model;

/// <summary>Says which operators a mapped property takes in filters.</summary>
/// <param name="operators">The operators.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FilterableAttribute(KlaviyoFilterOperators operators) : Attribute
{
    /// <summary>The operators.</summary>
    public KlaviyoFilterOperators Operators { get; } = operators;
}
