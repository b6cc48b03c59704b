using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>The result of <c>AddOrUpdateAsync</c>.</summary>
/// <typeparam name="T">The resource class.</typeparam>
/// <param name="Row">The resource as Klaviyo answers.</param>
/// <param name="Created">Whether it was created; otherwise it was known and has been updated.</param>
public readonly record struct Upserted<T>(T Row, bool Created)
    where T : KlaviyoResource;
