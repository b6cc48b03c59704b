using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Campaigns;

/// <summary>Estimates the number of recipients of a campaign. The job and its result have the id of the campaign.</summary>
internal static class RecipientEstimation
{
    private const string JobType = "campaign-recipient-estimation-job";
    private const string ResultType = "campaign-recipient-estimation";

    /// <summary>Starts an estimation.</summary>
    internal static WriteAnswer Start(WriteCall call)
    {
        string id = call.Resource.Id!;
        if (call.Store.Find("campaign", id) is null)
            return ApiError.NoSuchResource("campaign", id) with { Pointer = "/data/id" };
        StoredResource job = With(call, JobType, id, edit => edit.Set("status", "queued"));
        // The live API answers a GET of a new job with 404 for a while.
        if (!call.LiveRules || call.Store.Find(JobType, id) is not null)
            Put(call, job);
        call.Work.Add(call.Work.ProcessingTime / 2, () => Put(call, With(call, JobType, id, edit => edit.Set("status", "processing"))));
        call.Work.Add(() =>
        {
            if (call.Store.Find("campaign", id) is not { } campaign)
                return;
            Put(call, With(call, ResultType, id, edit => edit.Set("estimated_recipient_count", Audience.Of(call.Store, campaign).Count)));
            Put(call, With(call, JobType, id, edit => edit.Set("status", "complete")));
        });
        return new WriteAnswer(call.Status, job);
    }

    private static StoredResource With(WriteCall call, string type, string id, Action<ResourceEdit> change)
    {
        ResourceEdit edit = ResourceEdit.New(call.Store.FindLayout(type)!, id);
        change(edit);
        return edit.Finish();
    }

    /// <summary>Adds or replaces a resource of a campaign, unless the campaign was deleted meanwhile.</summary>
    private static void Put(WriteCall call, StoredResource resource)
    {
        if (call.Store.Find("campaign", resource.Id) is null)
            return;
        if (call.Store.Find(resource.Layout.Type, resource.Id) is null)
            call.Store.Add(resource);
        else
            call.Store.Replace(resource);
    }
}
