namespace KlaviyoLinq.Requests;

/// <summary>A number, already spelled in invariant decimal digits.</summary>
internal sealed record NumberValue(string Digits) : FilterValue;
