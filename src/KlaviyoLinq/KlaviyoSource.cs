using System.Collections;
using System.Linq.Expressions;
using KlaviyoLinq.Display;

namespace KlaviyoLinq;

/// <summary>Where queries start: a <see cref="KlaviyoSet{T}"/>, a <see cref="KlaviyoReference{T}"/>, what is related to one, or a collection whose resources have no address of their own.</summary>
/// <typeparam name="T">The resource type.</typeparam>
[TypeFormatterSource(typeof(DisplaySource))]
public abstract class KlaviyoSource<T> : IKlaviyoQueryable<T>
{
    private protected KlaviyoSource()
    {
    }

    /// <inheritdoc/>
    public Type ElementType => typeof(T);

    /// <inheritdoc/>
    public abstract Expression Expression { get; }

    /// <inheritdoc/>
    public abstract IQueryProvider Provider { get; }

    /// <inheritdoc/>
    public abstract IAsyncEnumerable<T> AsAsyncEnumerable();

    /// <inheritdoc/>
    public abstract IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default);

    /// <summary>Refuses, unless <see cref="KlaviyoOptions.AllowSynchronousQueries"/>: rows come over the network, so they are enumerated asynchronously.</summary>
    /// <exception cref="Errors.SynchronousQueryException">The options do not allow it.</exception>
    public abstract IEnumerator<T> GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
