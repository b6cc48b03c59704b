using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Query;

/// <summary>A collection whose resources Klaviyo does not hand out one by one.</summary>
/// <param name="provider">Runs the queries.</param>
/// <param name="operationPath">The operation that lists them.</param>
internal sealed class CollectionSource<T>(KlaviyoQueryProvider provider, string operationPath) : KlaviyoSource<T>, IAsyncEnumerable<T>, IResourceRoot
{
    /// <inheritdoc/>
    public override Expression Expression => field ??= provider.Begin(this);

    /// <inheritdoc/>
    public override IQueryProvider Provider => provider;

    /// <inheritdoc/>
    public string OperationPath { get; } = operationPath;

    /// <inheritdoc/>
    public ResourceKey? Key => null;

    /// <inheritdoc/>
    public string? CompanyId => provider.CompanyId;

    /// <inheritdoc/>
    public override IAsyncEnumerable<T> AsAsyncEnumerable() => provider.Stream<T>(Expression);

    /// <inheritdoc/>
    public override IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        provider.Stream<T>(Expression).GetAsyncEnumerator(cancellationToken);

    /// <inheritdoc/>
    public override IEnumerator<T> GetEnumerator() => provider.Rows<T>(Expression);
}
