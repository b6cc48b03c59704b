namespace KlaviyoLinq.Requests;

/// <summary>A moment with its offset, kept to the full precision of .NET (100 ns).</summary>
internal sealed record DateTimeValue(DateTimeOffset Value) : FilterValue;
