using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sources;

namespace KlaviyoLinq.Writing;

/// <summary>Reads the links of a resource that was found by its key, and compares them with those that were sent.</summary>
internal static class KeyedLinks
{
    /// <summary>Returns whether a resource has the relationships that were sent. One that cannot be read counts as different.</summary>
    /// <param name="engine">Runs the queries.</param>
    /// <param name="type">The type of the resource.</param>
    /// <param name="id">The id of the resource.</param>
    /// <param name="sent">The <c>relationships</c> of the body.</param>
    /// <param name="cancellationToken">Aborts the requests.</param>
    internal static async Task<bool> AreThereAsync(IQueryEngine engine, string type, string id, JsonElement sent, CancellationToken cancellationToken)
    {
        foreach (JsonProperty relationship in sent.EnumerateObject())
            if (!await IsThereAsync(engine, type, id, relationship.Name, relationship.Value.GetProperty("data"u8), cancellationToken).ConfigureAwait(false))
                return false;
        return true;
    }

    private static async Task<bool> IsThereAsync(
        IQueryEngine engine, string type, string id, string relationship, JsonElement sent, CancellationToken cancellationToken)
    {
        (string Type, string Id)[] targets = sent.ValueKind switch
        {
            JsonValueKind.Array => [.. sent.EnumerateArray().Select(Identifier)],
            JsonValueKind.Object => [Identifier(sent)],
            _ => [],
        };
        string own = KlaviyoCatalogue.Newest.FindSingle(type)!.Path;
        string path = $"{own}/relationships/{relationship}";
        if (KlaviyoCatalogue.Newest.FindOperation("GET", path) is ReadFacts { ResourceType: { } related })
        {
            HashSet<string> missing = [.. targets.Select(target => target.Id)];
            await foreach (string found in Ids(engine, related, path, id).WithCancellation(cancellationToken).ConfigureAwait(false))
                if (!missing.Remove(found))
                    return false;
            return missing.Count == 0;
        }

        // A variant does not list its item, but the item lists its variants.
        foreach ((string targetType, string target) in targets)
            if (Inverse(targetType, type) is not { } inverse
                || !await Ids(engine, type, inverse, target).ContainsAsync(id, cancellationToken: cancellationToken).ConfigureAwait(false))
                return false;
        return targets.Length > 0;
    }

    private static (string Type, string Id) Identifier(JsonElement identifier) =>
        (identifier.GetProperty("type"u8).GetString()!, identifier.GetProperty("id"u8).GetString()!);

    private static string? Inverse(string type, string related)
    {
        string? single = KlaviyoCatalogue.Newest.FindSingle(type)?.Path;
        return KlaviyoCatalogue.Newest.Operations.OfType<ReadFacts>()
            .FirstOrDefault(read => read.ResourceType == related && read.Path.StartsWith($"{single}/relationships/", StringComparison.Ordinal))?.Path;
    }

    private static IAsyncEnumerable<string> Ids(IQueryEngine engine, string type, string path, string id) => type switch
    {
        "catalog-category" => Ids<CatalogCategory>(engine, path, id),
        "catalog-item" => Ids<CatalogItem>(engine, path, id),
        "catalog-variant" => Ids<CatalogVariant>(engine, path, id),
        "coupon" => Ids<Coupon>(engine, path, id),
        _ => throw new InvalidOperationException($"Resources of type {type} have no links in the bodies of keyed creations."),
    };

    private static IAsyncEnumerable<string> Ids<T>(IQueryEngine engine, string path, string id)
        where T : KlaviyoResource =>
        Related<T>(engine, path, id).Select(row => row.Id).AsAsyncEnumerable();

    /// <summary>Returns a query of the resources that are related to one.</summary>
    /// <param name="engine">Runs the query.</param>
    /// <param name="path">The operation that lists them.</param>
    /// <param name="id">The id of the one.</param>
    internal static IKlaviyoQueryable<T> Related<T>(IQueryEngine engine, string path, string id)
        where T : KlaviyoResource =>
        new CollectionSource<T>(engine, path, new ResourceKey(new ValueTerm(id, true, ""), new Site("ResolveAsync", "", new KlaviyoCallSite(null, null, 0))));
}
