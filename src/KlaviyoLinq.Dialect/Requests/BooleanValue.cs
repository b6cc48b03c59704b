namespace KlaviyoLinq.Requests;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record BooleanValue(bool Value) : FilterValue;
