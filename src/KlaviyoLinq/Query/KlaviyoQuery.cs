using System.Collections;
using System.Linq.Expressions;

namespace KlaviyoLinq.Query;

/// <summary>A query as it is at run time: an expression tree and who can run it.</summary>
internal abstract class KlaviyoQuery<T>(KlaviyoQueryProvider provider, Expression expression) : IOrderedKlaviyoQueryable<T>, IAsyncEnumerable<T>
{
    /// <inheritdoc/>
    public Type ElementType => typeof(T);

    /// <inheritdoc/>
    public Expression Expression { get; } = expression;

    /// <inheritdoc/>
    public IQueryProvider Provider => provider;

    /// <inheritdoc/>
    public IAsyncEnumerable<T> AsAsyncEnumerable() => provider.Stream<T>(Expression);

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        provider.Stream<T>(Expression).GetAsyncEnumerator(cancellationToken);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => provider.Rows<T>(Expression);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
