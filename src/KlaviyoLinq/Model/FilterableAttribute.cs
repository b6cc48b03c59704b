namespace KlaviyoLinq.Model;

/// <summary>Sets the filter operators of a mapped property.</summary>
/// <param name="operators">The operators.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FilterableAttribute(KlaviyoFilterOperators operators) : Attribute
{
    /// <summary>The operators.</summary>
    public KlaviyoFilterOperators Operators { get; } = operators;
}
