using System.Text.Json;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Jobs;

/// <summary>The job that creates coupon codes.</summary>
internal static class CouponCodeJobs
{
    private const string Member = "coupon-codes";
    private const int MaxInProgress = 100;

    internal static WriteAnswer Create(WriteCall call)
    {
        BodyResource[] codes =
            [.. call.Resource.Attributes.GetProperty(Member).GetProperty("data").EnumerateArray().Select((JsonElement code) => new BodyResource(code))];
        return JobRun.Start(
            call, new JobPlan(call.Operation.ResourceType!, codes.Length, _ => Process(call, codes)) { MaxInProgress = MaxInProgress },
            $"/data/attributes/{Member}/data");
    }

    private static JobResult Process(WriteCall call, BodyResource[] codes)
    {
        List<JobError> errors = [];
        List<string> created = [];
        for (int i = 0; i < codes.Length; i++)
        {
            WriteAnswer answer = ResourceWrites.Create(call, "coupon-code", codes[i]);
            if (answer.Error is { } error)
                errors.Add(new JobError(i, error));
            else
                created.Add(answer.Resource!.Id);
        }
        return new JobResult(created.Count, errors) { Related = [(Member, created)] };
    }
}
