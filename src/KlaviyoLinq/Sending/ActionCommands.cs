using KlaviyoLinq.Commands;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sources;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Sending;

/// <summary>Sends the actions on campaigns, templates and profiles.</summary>
internal static class ActionCommands
{
    internal static async Task<KlaviyoJob<CampaignSendJob>> SendCampaignAsync(
        KlaviyoReference<Campaign> campaign, Site site, CancellationToken cancellationToken)
    {
        CommandDraft draft = Action("/api/campaign-send-jobs", campaign.Id, site) with { Probe = StateProbe.OfSending(campaign) };
        CommandAnswer answer = await campaign.Commands.SendAsync(draft with { NeedsAnswer = true }, cancellationToken).ConfigureAwait(false);
        return new KlaviyoJob<CampaignSendJob>(campaign.Queries, campaign.Commands, answer.ReadResource<CampaignSendJob>(), job => job.Status);
    }

    internal static Task StopCampaignAsync(KlaviyoReference<Campaign> campaign, string action, Site site, CancellationToken cancellationToken) =>
        campaign.Commands.SendAsync(
            CommandTarget.Draft("PATCH", "/api/campaign-send-jobs/{id}", site, json => json.Resource(
                "campaign-send-job", campaign.Id, () => json.Text("action", action))) with { Id = campaign.Id },
            cancellationToken);

    internal static async Task<T> CloneAsync<T>(
        KlaviyoReference<T> reference, string path, string member, string? name, Site site, CancellationToken cancellationToken)
        where T : KlaviyoResource
    {
        string type = CommandTarget.Find("POST", path).ResourceType!;
        var set = new ResourceSet<T>(reference.Queries, KlaviyoCatalogue.Newest.FindCollection(type)!.Path, KlaviyoCatalogue.Newest.FindSingle(type)!.Path);
        CommandDraft draft = CommandTarget.Post(path, site, json => json.Resource(type, reference.Id, () => json.Text(member, name))) with
        {
            Probe = CreationProbe.OfCopy(set, name, reference.Commands.Now),
        };
        return (await reference.Commands.SendAsync(draft with { NeedsAnswer = true }, cancellationToken).ConfigureAwait(false)).ReadResource<T>();
    }

    internal static async Task<long> EstimateAsync(KlaviyoReference<Campaign> campaign, Site site, CancellationToken cancellationToken)
    {
        CommandDraft draft = Action("/api/campaign-recipient-estimation-jobs", campaign.Id, site);
        CommandAnswer answer = await campaign.Commands.SendAsync(draft with { NeedsAnswer = true }, cancellationToken).ConfigureAwait(false);
        var job = new KlaviyoJob<CampaignRecipientEstimationJob>(
            campaign.Queries, campaign.Commands, answer.ReadResource<CampaignRecipientEstimationJob>(), estimation => estimation.Status);
        await job.WaitAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        CampaignRecipientEstimation found = await JobReader.GetAsync<CampaignRecipientEstimation>(campaign.Queries, campaign.Id, cancellationToken)
            .ConfigureAwait(false);
        return found.EstimatedRecipientCount;
    }

    internal static Task AssignTemplateAsync(KlaviyoReference<CampaignMessage> message, string templateId, Site site, CancellationToken cancellationToken) =>
        message.Commands.SendAsync(
            CommandTarget.Post("/api/campaign-message-assign-template", site, json => json.Resource(
                "campaign-message", message.Id, relationships: () => json.Link("template", "template", templateId))),
            cancellationToken);

    internal static async Task<Template> RenderAsync(KlaviyoReference<Template> template, KlaviyoMap context, Site site, CancellationToken cancellationToken)
    {
        CommandDraft draft = CommandTarget.Post("/api/template-render", site, json => json.Resource("template", template.Id, () =>
        {
            json.WritePropertyName("context"u8);
            context.WriteTo(json, keysOnly: false);
        }));
        return (await template.Commands.SendAsync(draft with { NeedsAnswer = true }, cancellationToken).ConfigureAwait(false)).ReadResource<Template>();
    }

    internal static Task MergeAsync(KlaviyoReference<Profile> profile, string sourceId, Site site, CancellationToken cancellationToken) =>
        profile.Commands.SendAsync(
            CommandTarget.Post("/api/profile-merge", site, json => json.Resource(
                "profile-merge", profile.Id, relationships: () => json.DataArray("profiles", [sourceId], id => json.Resource("profile", id)))) with
            {
                Probe = StateProbe.OfMerging(profile, sourceId),
            },
            cancellationToken);

    private static CommandDraft Action(string path, string id, Site site) =>
        CommandTarget.Post(path, site, json => json.Resource(CommandTarget.Find("POST", path).ResourceType!, id));
}
