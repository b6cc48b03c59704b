namespace KlaviyoLinq.Writing;

/// <summary>
/// Resource whose key is given by the program, so that one call creates or updates it: <c>klaviyo.Profiles.AddOrUpdateAsync(profile)</c>. A marker, which
/// resource classes have where Klaviyo has the operation: what Klaviyo cannot do does not compile.
/// </summary>
public interface IKeyed;
