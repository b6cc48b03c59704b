using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;
using KlaviyoLinq.Emulator.Writing.Jobs;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.People;

/// <summary>
/// Imports of profiles. All profiles of a job are checked before it is accepted. What only the state of the account refuses (an identifier of another profile)
/// becomes an import error of the job.
/// </summary>
internal static class ImportJobs
{
    private const string JobType = "profile-bulk-import-job";
    private const string Items = "/data/attributes/profiles/data";
    private const int MaximumBytes = 100_000;

    internal static WriteAnswer Start(WriteCall call)
    {
        BodyResource[] profiles = call.Resource.EmbeddedMany("profiles");
        IReadOnlyList<string> lists = call.Resource.Related("lists") ?? [];
        if ((CheckProfiles(profiles) ?? CheckLists(call, lists)) is { } refusal)
            return refusal;
        return JobRun.Start(
            call, new JobPlan(JobType, profiles.Length, _ => Process(call, profiles, lists)) { Related = [("lists", lists)] }, Items);
    }

    private static ApiError? CheckProfiles(BodyResource[] profiles)
    {
        for (int i = 0; i < profiles.Length; i++)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{Items}/{i}");
            if (ProfileRules.CheckForm(profiles[i], place) is { } misfit)
                return misfit;
            int bytes = Encoding.UTF8.GetByteCount(profiles[i].Json.GetRawText());
            if (bytes > MaximumBytes)
                return BodyFault.At(
                    place, string.Create(CultureInfo.InvariantCulture, $"The profile has {bytes} bytes; at most {MaximumBytes} are allowed."));
        }
        return null;
    }

    private static ApiError? CheckLists(WriteCall call, IReadOnlyList<string> lists)
    {
        for (int i = 0; i < lists.Count; i++)
            if (ListMembers.Check(
                call, "list", lists[i], string.Create(CultureInfo.InvariantCulture, $"/data/relationships/lists/data/{i}/id")) is { } missing)
                return missing;
        return null;
    }

    private static JobResult Process(WriteCall call, BodyResource[] profiles, IReadOnlyList<string> lists)
    {
        List<JobError> errors = [];
        List<string> imported = [];
        List<string> failed = [];
        for (int i = 0; i < profiles.Length; i++)
        {
            WriteAnswer answer = ProfileKind.AddOrUpdate(call, profiles[i]);
            if (answer.Error is { } error)
            {
                errors.Add(new JobError(i, error));
                failed.Add(AddError(call, errors[^1], profiles[i]));
                continue;
            }
            imported.Add(answer.Resource!.Id);
            foreach (string id in lists)
                if (call.Store.Find("list", id) is { } list)
                    ListMembers.Add(call, list, answer.Resource);
        }
        return new JobResult(imported.Count, errors) { Related = [("profiles", [.. imported.Distinct()]), ("import-errors", failed)] };
    }

    private static string AddError(WriteCall call, JobError error, BodyResource profile)
    {
        string id = call.Ids.Next("import-error");
        ResourceEdit edit = ResourceEdit.New(call.Store.FindLayout("import-error")!, id);
        edit.Set("code", error.Error.Code);
        edit.Set("title", error.Error.Title);
        edit.Set("detail", error.Error.Detail);
        edit.Set("source", new JsonObject { ["pointer"] = error.Pointer(Items) });
        edit.Set("original_payload", profile.Json);
        call.Store.Add(edit.Finish());
        return id;
    }
}
