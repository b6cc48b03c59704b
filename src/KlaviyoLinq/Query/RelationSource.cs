using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Query;

/// <summary>What a relationship of one resource leads to, where the judge is to find the operation: <c>klaviyo.Entry(e).Reference(x => x.Profile).Query()</c>.</summary>
/// <param name="provider">Runs the queries.</param>
/// <param name="relation">The relationship.</param>
/// <param name="key">The resource that it belongs to.</param>
internal sealed class RelationSource<T>(KlaviyoQueryProvider provider, Relation relation, ResourceKey key) : KlaviyoSource<T>, IAsyncEnumerable<T>, IResourceRoot
{
    /// <inheritdoc/>
    public override Expression Expression => field ??= provider.Begin(this);

    /// <inheritdoc/>
    public override IQueryProvider Provider => provider;

    /// <inheritdoc/>
    public string OperationPath => "";

    /// <inheritdoc/>
    public ResourceKey? Key => key;

    /// <inheritdoc/>
    public string? CompanyId => provider.CompanyId;

    /// <inheritdoc/>
    public Relation? Relation => relation;

    /// <inheritdoc/>
    public override IAsyncEnumerable<T> AsAsyncEnumerable() => provider.Stream<T>(Expression);

    /// <inheritdoc/>
    public override IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        provider.Stream<T>(Expression).GetAsyncEnumerator(cancellationToken);

    /// <inheritdoc/>
    public override IEnumerator<T> GetEnumerator() => provider.Rows<T>(Expression);
}
