using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Campaigns;

/// <summary>Sends campaigns, and cancels or reverts their sending.</summary>
internal static class CampaignSending
{
    /// <summary>Starts the sending of a draft.</summary>
    internal static WriteAnswer Send(WriteCall call)
    {
        string id = call.Resource.Id!;
        if (call.Store.Find("campaign", id) is not { } campaign)
            return ApiError.NoSuchResource("campaign", id) with { Pointer = "/data/id" };
        if (campaign.Text("status") is var status && status != CampaignStatuses.Draft)
            return BodyFault.Conflict("/data/id", $"The campaign {id} has the status '{status}'; only a draft can be sent.");
        SendMoment moment = SendMoment.Of(campaign, call.Now);
        bool isLater = moment.At > call.Now;
        StoredResource job = AddJob(call, id);
        SendRun run = new(call.Store, call.Work, call.Time, job);
        run.Process();
        if (isLater)
            run.SendAt(moment.At);
        else
            run.Send();
        Change(call, campaign, edit =>
        {
            edit.Set("status", isLater ? CampaignStatuses.Scheduled : CampaignStatuses.Sending);
            edit.Set("scheduled_at", isLater ? Instants.Text(call.Now) : null);
            edit.Stamp("send_time", moment.At);
        });
        SetSendTimes(call, campaign, moment);
        return new WriteAnswer(call.Status, job);
    }

    /// <summary>Cancels a campaign that is scheduled or being sent, or makes it a draft again. It may be that already.</summary>
    internal static WriteAnswer Stop(WriteCall call)
    {
        if (call.Store.Find("campaign", call.Id!) is not { } campaign)
            return ApiError.NoSuchResource("campaign", call.Id!) with { Pointer = "/data/id" };
        bool isReverted = call.Resource.Text("action") == "revert";
        string goal = isReverted ? CampaignStatuses.Draft : CampaignStatuses.Cancelled;
        string? status = campaign.Text("status");
        if (status == goal)
            return new WriteAnswer(call.Status);
        if (!CampaignStatuses.CanStop(status))
            return BodyFault.Conflict("/data/id", $"The campaign {call.Id} has the status '{status}'; its sending cannot be cancelled or reverted.");
        Change(call, campaign, edit =>
        {
            edit.Set("status", goal);
            edit.Set("scheduled_at", null);
            edit.Set("send_time", null);
        });
        SetSendTimes(call, campaign, null);
        if (call.Store.Find(SendRun.JobType, campaign.Id) is { } job)
            Change(call, job, edit => edit.Set("status", "cancelled"));
        return new WriteAnswer(call.Status);
    }

    private static StoredResource AddJob(WriteCall call, string id)
    {
        call.Store.Remove(SendRun.JobType, id);
        ResourceEdit edit = ResourceEdit.New(call.Store.FindLayout(SendRun.JobType)!, id);
        edit.Set("status", "queued");
        StoredResource job = edit.Finish();
        call.Store.Add(job);
        return job;
    }

    private static void SetSendTimes(WriteCall call, StoredResource campaign, SendMoment? moment)
    {
        foreach (string id in campaign.Related(campaign.Layout.FindRelationship("campaign-messages")!).All().ToArray())
            if (call.Store.Find("campaign-message", id) is { } message)
                Change(call, message, edit => edit.Set("send_times", moment is { } times
                    ? new JsonArray(new JsonObject { ["datetime"] = Instants.Text(times.At), ["is_local"] = times.IsLocal })
                    : null));
    }

    private static void Change(WriteCall call, StoredResource resource, Action<ResourceEdit> change)
    {
        ResourceEdit edit = ResourceEdit.Of(resource);
        change(edit);
        edit.Stamp("updated_at", call.Now);
        call.Store.Replace(edit.Finish());
    }
}
