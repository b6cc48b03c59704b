namespace KlaviyoLinq.Writing;

/// <summary>
/// Resource that Klaviyo updates: <c>klaviyo.Lists[id].UpdateAsync(…)</c>. A marker, which resource classes have where Klaviyo has the operation: what Klaviyo
/// cannot do does not compile.
/// </summary>
public interface IUpdatable;
