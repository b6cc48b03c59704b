namespace KlaviyoLinq.Forms;

/// <summary>The one resource that a query starts at: the id in <c>klaviyo.Lists[id]</c>.</summary>
/// <param name="Value">The id.</param>
/// <param name="Site">Its place in the source.</param>
internal sealed record ResourceKey(ValueTerm Value, Site Site);
