using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Campaigns;

/// <summary>The way of a campaign that is sent: its job, and the campaign itself, as the clock goes on.</summary>
/// <param name="store">The account.</param>
/// <param name="work">The work of the account.</param>
/// <param name="time">The clock.</param>
/// <param name="job">The job, which has the id of the campaign.</param>
internal sealed class SendRun(ResourceStore store, PendingWork work, TimeProvider time, StoredResource job)
{
    internal const string JobType = "campaign-send-job";

    // A campaign that was reverted can be sent again by another job with the same id.
    private readonly long _position = job.Position;

    /// <summary>Resumes the campaigns that were scheduled or being sent when the account was closed.</summary>
    internal static void Resume(ResourceStore store, PendingWork work, TimeProvider time)
    {
        if (store.FindLayout(JobType) is null || store.FindLayout("campaign") is null)
            return;
        foreach (StoredResource job in store.All(JobType))
        {
            if (store.Find("campaign", job.Id) is not { } campaign)
                continue;
            SendRun run = new(store, work, time, job);
            switch (campaign.Text("status"))
            {
                case CampaignStatuses.Scheduled when DateTimeOffset.TryParse(campaign.Text("send_time"), null, out DateTimeOffset moment):
                    run.SendAt(moment);
                    break;
                case CampaignStatuses.Sending:
                    run.Send();
                    break;
            }
        }
    }

    /// <summary>Leads the job to its end.</summary>
    internal void Process()
    {
        work.Add(work.ProcessingTime / 2, () => ChangeJob("queued", "processing"));
        work.Add(() => ChangeJob("processing", "complete"));
    }

    /// <summary>Sends a campaign whose sending has begun.</summary>
    internal void Send() => work.Add(() => ChangeCampaign(CampaignStatuses.Sending, CampaignStatuses.Sent));

    /// <summary>Sends a campaign that is scheduled.</summary>
    internal void SendAt(DateTimeOffset moment)
    {
        work.AddAt(moment, () => ChangeCampaign(CampaignStatuses.Scheduled, CampaignStatuses.Sending));
        work.AddAt(moment + work.ProcessingTime, () => ChangeCampaign(CampaignStatuses.Sending, CampaignStatuses.Sent));
    }

    private void ChangeJob(string from, string to)
    {
        if (Job() is { } current && current.Text("status") == from)
            Replace(current, to);
    }

    private void ChangeCampaign(string from, string to)
    {
        if (Job() is { } current && store.Find("campaign", current.Id) is { } campaign && campaign.Text("status") == from)
            Replace(campaign, to);
    }

    /// <summary>The job as it is now; null after it was removed or replaced.</summary>
    private StoredResource? Job() => store.Find(JobType, job.Id) is { } current && current.Position == _position ? current : null;

    private void Replace(StoredResource resource, string status)
    {
        ResourceEdit edit = ResourceEdit.Of(resource);
        edit.Set("status", status);
        edit.Stamp("updated_at", time.GetUtcNow());
        store.Replace(edit.Finish());
    }
}
