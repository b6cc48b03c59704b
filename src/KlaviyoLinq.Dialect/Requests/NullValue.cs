namespace KlaviyoLinq.Requests;

/// <summary>The literal <c>null</c>, which only the 2022 overview's language documents.</summary>
internal sealed record NullValue : FilterValue;
