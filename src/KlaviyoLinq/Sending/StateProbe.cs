using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sources;

namespace KlaviyoLinq.Sending;

/// <summary>Looks for the effect of an action whose answer was lost, in the state of its resource.</summary>
internal static class StateProbe
{
    /// <summary>Statuses of a campaign that is being sent, or was.</summary>
    private static readonly CampaignStatus[] _sending =
    [
        CampaignStatus.AddingRecipients, CampaignStatus.PreparingToSchedule, CampaignStatus.PreparingToSend, CampaignStatus.QueuedWithoutRecipients,
        CampaignStatus.Scheduled, CampaignStatus.Sending, CampaignStatus.SendingSegments, CampaignStatus.Sent, CampaignStatus.VariationsSent,
    ];

    /// <summary>Returns the probe of sending. A campaign that is neither a draft nor sent was cancelled, before or after.</summary>
    internal static Func<CancellationToken, Task<KlaviyoResolution>> OfSending(KlaviyoReference<Campaign> campaign) => async cancellationToken =>
    {
        CampaignStatus status = (await campaign.GetAsync(cancellationToken).ConfigureAwait(false)).Status;
        return new KlaviyoResolution(status == CampaignStatus.Draft ? [] : [campaign.Id]) { IsCertain = _sending.Contains(status) };
    };

    /// <summary>
    /// Returns the probe of merging. A source that is still there was not merged. One that is not can have been merged, or can have never been there, which
    /// nothing shows afterwards.
    /// </summary>
    internal static Func<CancellationToken, Task<KlaviyoResolution>> OfMerging(KlaviyoReference<Profile> profile, string sourceId) =>
        async cancellationToken =>
        {
            Profile? source = await JobReader.FindAsync<Profile>(profile.Queries, sourceId, cancellationToken).ConfigureAwait(false);
            return new KlaviyoResolution(source is null ? [profile.Id] : []) { IsCertain = false };
        };

    /// <summary>
    /// Returns the probe of a link between schemas, whose id is the related schema's with the link's name. A link does not say when it was made: one that is
    /// found can be an older one.
    /// </summary>
    /// <param name="links">The links.</param>
    /// <param name="id">The related schema.</param>
    /// <param name="name">The name of the link.</param>
    internal static Func<CancellationToken, Task<KlaviyoResolution>> OfLink<T>(KlaviyoSchemaLinks<T> links, string id, string name)
        where T : KlaviyoResource => async cancellationToken =>
        {
            string link = $"{id}:::{name}";
            List<string> found = await links.Select(schema => schema.Id).ToListAsync(cancellationToken).ConfigureAwait(false);

            // An answer that names the schema alone does not say which link it is.
            return new KlaviyoResolution([.. found.Where(one => one == link || one == id)]) { IsCertain = false };
        };
}
