using System.Collections;
using System.Linq.Expressions;

namespace KlaviyoLinq;

/// <summary>All resources of one type in an account: where queries start.</summary>
/// <typeparam name="T">The resource type.</typeparam>
public abstract class KlaviyoSet<T> : IKlaviyoQueryable<T>
{
    private protected KlaviyoSet() => Expression = Expression.Constant(this);

    /// <inheritdoc/>
    public Type ElementType => typeof(T);

    /// <inheritdoc/>
    public Expression Expression { get; }

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
