namespace KlaviyoLinq.Requests;

/// <summary>The key that a request sorts by. Klaviyo accepts one.</summary>
internal readonly record struct SortKey(string Field, bool Descending);
