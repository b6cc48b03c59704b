using System.Linq.Expressions;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Query;

/// <summary>What is related to one resource: <c>klaviyo.Lists[id].Profiles</c>.</summary>
/// <param name="provider">Runs the queries.</param>
/// <param name="operationPath">The operation that sends the related resources, or their ids where Klaviyo sends no more.</param>
/// <param name="key">The resource that they are related to.</param>
internal sealed class RelatedSource<T>(KlaviyoQueryProvider provider, string operationPath, ResourceKey key) : KlaviyoSource<T>, IAsyncEnumerable<T>, IResourceRoot
{
    /// <inheritdoc/>
    public override Expression Expression => field ??= provider.Begin(this);

    /// <inheritdoc/>
    public override IQueryProvider Provider => provider;

    /// <inheritdoc/>
    public string OperationPath { get; } = operationPath;

    /// <inheritdoc/>
    public ResourceKey? Key => key;

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
