using System.Collections;
using System.Linq.Expressions;
using KlaviyoLinq.Query;

namespace KlaviyoLinq;

/// <summary>All resources of one type in an account: where queries start.</summary>
/// <typeparam name="T">The resource type.</typeparam>
public abstract class KlaviyoSet<T> : IKlaviyoQueryable<T>
{
    private protected KlaviyoSet(KlaviyoQueryProvider provider)
    {
        Rows = provider;
        Expression = Expression.Constant(this);
    }

    /// <inheritdoc/>
    public Type ElementType => typeof(T);

    /// <inheritdoc/>
    public Expression Expression { get; }

    /// <inheritdoc/>
    public IQueryProvider Provider => Rows;

    private protected KlaviyoQueryProvider Rows { get; }

    /// <inheritdoc/>
    public IAsyncEnumerable<T> AsAsyncEnumerable() => Rows.Stream<T>(Expression);

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Rows.Stream<T>(Expression).GetAsyncEnumerator(cancellationToken);

    /// <summary>Always refuses: rows come over the network, so they are enumerated asynchronously.</summary>
    /// <exception cref="Errors.SynchronousQueryException">Always.</exception>
    public IEnumerator<T> GetEnumerator() => throw Rows.RefuseSynchronous();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
