using System.Linq.Expressions;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Query;

/// <summary>A reference as it is at run time; an asynchronous stream of one resource as well.</summary>
/// <param name="provider">Runs the queries.</param>
/// <param name="operationPath">The operation for one resource.</param>
/// <param name="id">The resource's id.</param>
/// <param name="site">Where the id was written.</param>
internal sealed class ResourceReference<T>(KlaviyoQueryProvider provider, string operationPath, string id, KlaviyoCallSite site)
    : KlaviyoReference<T>, IAsyncEnumerable<T>, IResourceRoot
{
    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override Expression Expression => field ??= provider.Begin(this);

    /// <inheritdoc/>
    public override IQueryProvider Provider => provider;

    /// <inheritdoc/>
    public string OperationPath { get; } = operationPath;

    /// <inheritdoc/>
    public ResourceKey? Key { get; } = new(new ValueTerm(id, true, site.Text ?? ""), new Site("Find", site.Text ?? "", site));

    /// <inheritdoc/>
    public string? CompanyId => provider.CompanyId;

    /// <inheritdoc/>
    public override async Task<T> GetAsync(CancellationToken cancellationToken = default) =>
        await provider.OneAsync<T>(Expression, isRequired: true, cancellationToken).ConfigureAwait(false)
        ?? throw new InvalidOperationException("The answer holds no resource.");

    /// <inheritdoc/>
    public override Task<T?> FindAsync(CancellationToken cancellationToken = default) => provider.OneAsync<T>(Expression, isRequired: false, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<T> AsAsyncEnumerable() => provider.Stream<T>(Expression);

    /// <inheritdoc/>
    public override IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        provider.Stream<T>(Expression).GetAsyncEnumerator(cancellationToken);

    /// <inheritdoc/>
    public override IEnumerator<T> GetEnumerator() => provider.Rows<T>(Expression);

    internal override IKlaviyoQueryable<TRelated> Related<TRelated>(string relatedPath) => new RelatedSource<TRelated>(provider, relatedPath, Key!);
}
