namespace KlaviyoLinq;

/// <summary>A query over Klaviyo's resources that has just been told to include a relationship.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
/// <typeparam name="TProperty">The type of the navigation that was included.</typeparam>
public interface IIncludableKlaviyoQueryable<out T, out TProperty> : IKlaviyoQueryable<T>;
