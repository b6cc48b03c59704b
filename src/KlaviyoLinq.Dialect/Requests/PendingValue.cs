namespace KlaviyoLinq.Requests;

/// <summary>A literal that will only be known when the query runs. Compile-time rulings hold it; run-time requests never do.</summary>
internal sealed record PendingValue : FilterValue;
