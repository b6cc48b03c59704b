namespace KlaviyoLinq;

/// <summary>Sorted query over Klaviyo's resources.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
public interface IOrderedKlaviyoQueryable<out T> : IKlaviyoQueryable<T>, IOrderedQueryable<T>;
