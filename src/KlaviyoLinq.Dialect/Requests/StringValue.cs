namespace KlaviyoLinq.Requests;

/// <summary>A string literal. Holds no lone surrogate.</summary>
internal sealed record StringValue(string Value) : FilterValue;
