namespace KlaviyoLinq.Requests;

/// <summary>A literal of the filter language.</summary>
internal abstract record FilterValue;
