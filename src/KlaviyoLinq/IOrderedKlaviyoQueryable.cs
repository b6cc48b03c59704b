namespace KlaviyoLinq;

/// <summary>A query over Klaviyo's resources whose rows have an order.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
public interface IOrderedKlaviyoQueryable<out T> : IKlaviyoQueryable<T>, IOrderedQueryable<T>;
