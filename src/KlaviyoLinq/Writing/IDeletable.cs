namespace KlaviyoLinq.Writing;

/// <summary>
/// Resource that Klaviyo deletes: <c>klaviyo.Lists[id].DeleteAsync()</c>. A marker, which resource classes have where Klaviyo has the operation: what Klaviyo
/// cannot do does not compile.
/// </summary>
public interface IDeletable;
