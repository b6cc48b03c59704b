using System.Text.Json;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Jobs;

/// <summary>The nine jobs of the catalog: create, update and delete items, variants and categories.</summary>
internal static class CatalogJobs
{
    private const int MaxInProgress = 500;

    private static readonly Dictionary<string, string> _members = new(StringComparer.Ordinal)
    {
        ["catalog-item"] = "items",
        ["catalog-variant"] = "variants",
        ["catalog-category"] = "categories",
    };

    internal static WriteAnswer Create(WriteCall call) => Start(call, ResourceWrites.Create);

    internal static WriteAnswer Update(WriteCall call) => Start(call, (_, type, item) => call.Store.Find(type, item.Id!) is { } resource
        ? ResourceWrites.Update(call, resource, item)
        : ApiError.NoSuchResource(type, item.Id!) with { Pointer = "/data/id" });

    internal static WriteAnswer Delete(WriteCall call) => Start(call, (_, type, item) => call.Store.Find(type, item.Id!) is { } resource
        ? ResourceWrites.Delete(call, resource)
        : ApiError.NoSuchResource(type, item.Id!) with { Pointer = "/data/id" });

    private static WriteAnswer Start(WriteCall call, Func<WriteCall, string, BodyResource, WriteAnswer> change)
    {
        string jobType = call.Operation.ResourceType!;
        string type = jobType[..jobType.IndexOf("-bulk-", StringComparison.Ordinal)];
        string member = _members[type];
        BodyResource[] items =
            [.. call.Resource.Attributes.GetProperty(member).GetProperty("data").EnumerateArray().Select((JsonElement item) => new BodyResource(item))];
        return JobRun.Start(
            call,
            new JobPlan(jobType, items.Length, _ => Process(call, type, member, items, change)) { FirstStatus = "processing", MaxInProgress = MaxInProgress },
            $"/data/attributes/{member}/data");
    }

    private static JobResult Process(
        WriteCall call, string type, string member, BodyResource[] items, Func<WriteCall, string, BodyResource, WriteAnswer> change)
    {
        List<JobError> errors = [];
        List<string> changed = [];
        for (int i = 0; i < items.Length; i++)
        {
            WriteAnswer answer = change(call, type, items[i]);
            if (answer.Error is { } error)
                errors.Add(new JobError(i, error));
            else if (answer.Resource is { } resource)
                changed.Add(resource.Id);
        }
        return new JobResult(items.Length - errors.Count, errors) { Related = [(member, changed)] };
    }
}
