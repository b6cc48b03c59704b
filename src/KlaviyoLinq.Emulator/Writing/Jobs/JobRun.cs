using System.Globalization;
using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Jobs;

/// <summary>Starts jobs, and leads them from <c>queued</c> through <c>processing</c> to <c>complete</c> as the clock goes on.</summary>
internal static class JobRun
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(7);

    /// <summary>Starts a job.</summary>
    /// <param name="call">The request.</param>
    /// <param name="plan">The job.</param>
    /// <param name="items">The pointer to the array of items in the body: <c>/data/attributes/items/data</c>.</param>
    internal static WriteAnswer Start(WriteCall call, JobPlan plan, string items)
    {
        if (plan.MaxInProgress is { } maximum && InProgress(call.Store, plan.Type) >= maximum)
            return BodyFault.At(
                "/data/",
                string.Create(CultureInfo.InvariantCulture, $"{maximum} jobs of the type {plan.Type} are in progress, and an account can have no more."));
        ResourceEdit edit = ResourceEdit.New(call.Store.FindLayout(plan.Type)!, call.Ids.Next(plan.Type));
        DefaultValues.Set(edit, call.Catalogue.FindResource(plan.Type)!, call.Now);
        edit.Set("status", plan.FirstStatus);
        edit.Set("total_count", plan.Total);
        edit.Stamp("expires_at", call.Now + _lifetime);
        StoredResource job = edit.Finish();
        call.Store.Add(job);
        Relate(call, job, plan.Related);
        call.Work.Add(call.Work.ProcessingTime / 2, () => Change(call, job, Begin));
        call.Work.Add(() => Change(call, job, (current, members) => End(call, current, members, plan, items)));
        call.Work.AddExpiry(_lifetime, Forget);
        return new WriteAnswer(call.Status, job);

        void Forget()
        {
            if (call.Store.Find(plan.Type, job.Id) is { } current)
                OwnedResources.Remove(call.Store, current);
        }

        void Begin(StoredResource current, ResourceEdit members)
        {
            members.Set("status", "processing");
            members.Stamp("started_at", call.Now);
        }
    }

    private static void End(WriteCall call, StoredResource job, ResourceEdit edit, JobPlan plan, string items)
    {
        JobResult result = plan.Work(job);
        edit.Set("status", "complete");
        edit.Set("completed_count", result.Completed);
        edit.Set("failed_count", result.Errors.Select(error => error.Index).Distinct().Count());
        edit.Set("skipped_count", result.Skipped);
        edit.Stamp("completed_at", call.Now);
        edit.Set("errors", new JsonArray([.. result.Errors.Select(error => Error(call, error, items))]));
        Relate(call, job, result.Related);
    }

    /// <summary>Changes a job unless it was deleted or cancelled meanwhile.</summary>
    private static void Change(WriteCall call, StoredResource job, Action<StoredResource, ResourceEdit> change)
    {
        if (call.Store.Find(job.Layout.Type, job.Id) is not { } current || !IsInProgress(current))
            return;
        ResourceEdit edit = ResourceEdit.Of(current);
        change(current, edit);
        call.Store.Replace(edit.Finish());
    }

    private static JsonNode Error(WriteCall call, JobError error, string items) => new JsonObject
    {
        ["id"] = call.Ids.NextUuid(),
        ["code"] = error.Error.Code,
        ["title"] = error.Error.Title,
        ["detail"] = error.Error.Detail,
        ["source"] = new JsonObject { ["pointer"] = error.Pointer(items) },
    };

    private static void Relate(WriteCall call, StoredResource job, IReadOnlyList<(string Relationship, IReadOnlyList<string> Ids)> related)
    {
        foreach ((string name, IReadOnlyList<string> ids) in related)
            if (job.Layout.FindRelationship(name) is { } relationship)
                foreach (string id in ids)
                    Relations.Add(call.Store, job, relationship, id);
    }

    private static int InProgress(ResourceStore store, string type) => store.All(type).Count(IsInProgress);

    private static bool IsInProgress(StoredResource job) =>
        job.Value(job.Layout.Find("status")!) is var status && (status.SequenceEqual("\"queued\""u8) || status.SequenceEqual("\"processing\""u8));
}
