namespace KlaviyoLinq;

/// <summary>Query that ends with <c>Include</c> or <c>ThenInclude</c>.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
/// <typeparam name="TProperty">The type of the included navigation.</typeparam>
public interface IIncludableKlaviyoQueryable<out T, out TProperty> : IKlaviyoQueryable<T>;
