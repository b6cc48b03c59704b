using System.Runtime.CompilerServices;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>Lists the resources among which a new one is looked for.</summary>
internal static class ProbedRows
{
    private const string ChannelField = "messages.channel";

    private const string SchemaVersions = "/api/object-types/{id}/schema-versions";

    /// <summary>Returns the listing of a type; null for one that Klaviyo does not list.</summary>
    /// <param name="set">The set of the type.</param>
    /// <param name="row">The new resource; null for a copy.</param>
    internal static Func<IAsyncEnumerable<T>>? Of<T>(KlaviyoSet<T> set, T? row)
        where T : KlaviyoResource => (set, row) switch
        {
            (KlaviyoSet<Campaign> campaigns, _) => () => (IAsyncEnumerable<T>)OfEachChannelAsync(campaigns),
            (KlaviyoSet<ObjectSchema> schemas, ObjectSchema schema) => (schema.ObjectType?.Id ?? schema.ObjectTypeId) is { Length: > 0 } type
                ? () => (IAsyncEnumerable<T>)KeyedLinks.Related<ObjectSchema>(schemas.Queries, SchemaVersions, type).AsAsyncEnumerable()
                : null,
            _ => KlaviyoCatalogue.Newest.FindCollection(MemberMap.TypeOf(typeof(T))!) is { FilterRequired: false } ? set.AsAsyncEnumerable : null,
        };

    // Klaviyo lists campaigns of one channel only.
    private static async IAsyncEnumerable<Campaign> OfEachChannelAsync(
        KlaviyoSet<Campaign> campaigns, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (string value in KlaviyoCatalogue.Newest.FindCollection("campaign")!.FindFilter(ChannelField)!.Values)
        {
            CampaignMessageChannel channel = new(value);
            await foreach (Campaign campaign in campaigns.Where(c => c.CampaignMessages.Any(m => m.Channel == channel)).AsAsyncEnumerable()
                               .WithCancellation(cancellationToken).ConfigureAwait(false))
                yield return campaign;
        }
    }
}
