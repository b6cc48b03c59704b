using KlaviyoLinq.Commands;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Sources;

/// <summary>Reference to one resource, and the asynchronous stream of it.</summary>
/// <param name="engine">Runs the queries.</param>
/// <param name="operationPath">The operation for one resource.</param>
/// <param name="id">The resource's id.</param>
/// <param name="site">The place of the id in the source code.</param>
internal sealed class ResourceReference<T>(IQueryEngine engine, string operationPath, string id, KlaviyoCallSite site)
    : KlaviyoReference<T>(engine, operationPath, new ResourceKey(new ValueTerm(id, true, site.Text ?? ""), new Site("FindAsync", site.Text ?? "", site))),
    IAsyncEnumerable<T>
{
    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override async Task<T> GetAsync(CancellationToken cancellationToken = default) =>
        await Engine.OneAsync<T>(this, isRequired: true, cancellationToken).ConfigureAwait(false)
        ?? throw new InvalidOperationException("The answer holds no resource.");

    /// <inheritdoc/>
    public override Task<T?> FindAsync(CancellationToken cancellationToken = default) => Engine.OneAsync<T>(this, isRequired: false, cancellationToken);

    internal override IKlaviyoQueryable<TRelated> Related<TRelated>(string relatedPath) => new CollectionSource<TRelated>(Engine, relatedPath, Key);

    internal override KlaviyoReplaceableMembers<TRelated> Members<TRelated>(string relatedPath, string linksPath) =>
        new MemberSource<TRelated>(Engine, relatedPath, Key, new LinkCommands(Commands, linksPath, id));

    internal override KlaviyoLink<TRelated> Link<TRelated>(string relatedPath, string linksPath) =>
        new LinkSource<TRelated>(Engine, relatedPath, Key, new LinkCommands(Commands, linksPath, id));

    internal override KlaviyoSchemaLinks<TRelated> SchemaLinks<TRelated>(string relatedPath, string linksPath) =>
        new SchemaLinkSource<TRelated>(Engine, relatedPath, Key, new LinkCommands(Commands, linksPath, id));
}
