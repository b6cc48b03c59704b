namespace KlaviyoLinq.Writing;

/// <summary>
/// Resource that Klaviyo creates: <c>klaviyo.Lists.CreateAsync(list)</c>. A marker, which resource classes have where Klaviyo has the operation: what Klaviyo
/// cannot do does not compile.
/// </summary>
public interface ICreatable;
