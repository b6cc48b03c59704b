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
}
