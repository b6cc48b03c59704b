using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Display;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Composing;

/// <summary>Query at run time: an expression tree, or one operator on another query.</summary>
[TypeFormatterSource(typeof(DisplaySource))]
internal abstract class KlaviyoQuery<T> : IOrderedKlaviyoQueryable<T>, IAsyncEnumerable<T>, IComposedQuery
{
    private readonly IQueryEngine _provider;

    private protected KlaviyoQuery(IQueryEngine provider, Expression expression) => (_provider, Tree, Site) = (provider, expression, KlaviyoCallSite.Unknown);

    private protected KlaviyoQuery(IQueryEngine provider, IQueryable source, MethodInfo method, Expression? argument, KlaviyoCallSite site) =>
        (_provider, Source, Operator, Argument, Site) = (provider, source, method, argument, site);

    /// <inheritdoc/>
    public Type ElementType => typeof(T);

    /// <inheritdoc/>
    public Expression Expression => Tree ??= Composer.Tree(this);

    /// <inheritdoc/>
    public IQueryProvider Provider => _provider;

    /// <inheritdoc/>
    public IQueryable? Source { get; }

    /// <inheritdoc/>
    public MethodInfo? Operator { get; }

    /// <inheritdoc/>
    public Expression? Argument { get; }

    /// <inheritdoc/>
    public KlaviyoCallSite Site { get; }

    /// <inheritdoc/>
    public Expression? Tree { get; private set; }

    /// <inheritdoc/>
    public IAsyncEnumerable<T> AsAsyncEnumerable() => _provider.Stream<T>(this);

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        _provider.Stream<T>(this).GetAsyncEnumerator(cancellationToken);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _provider.Rows<T>(this);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
