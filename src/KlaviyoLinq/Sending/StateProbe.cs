using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sources;

namespace KlaviyoLinq.Sending;

/// <summary>Looks for the effect of an action whose answer was lost, in the state of its resource.</summary>
internal static class StateProbe
{
    /// <summary>Returns the probe of sending: a campaign that is being sent is not a draft any more.</summary>
    internal static Func<CancellationToken, Task<KlaviyoResolution>> OfSending(KlaviyoReference<Campaign> campaign) => async cancellationToken =>
        new KlaviyoResolution((await campaign.GetAsync(cancellationToken).ConfigureAwait(false)).Status == CampaignStatus.Draft ? [] : [campaign.Id]);

    /// <summary>Returns the probe of merging: the profile that was merged does not exist any more.</summary>
    internal static Func<CancellationToken, Task<KlaviyoResolution>> OfMerging(KlaviyoReference<Profile> profile, string sourceId) =>
        async cancellationToken =>
        {
            Profile? source = await JobReader.FindAsync<Profile>(profile.Queries, sourceId, cancellationToken).ConfigureAwait(false);
            return new KlaviyoResolution(source is null ? [profile.Id] : []);
        };
}
