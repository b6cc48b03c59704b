using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Mapped metrics: the live API takes two updates of each on a day.</summary>
internal sealed class MappedMetricKind : ResourceKind
{
    private const int MaximumOfDay = 2;

    internal override ApiError? CheckUpdate(WriteCall call, BodyResource body, StoredResource resource) =>
        call.LiveRules && call.DailyChanges.Of(resource) >= MaximumOfDay
            ? new ApiError(
                403, "permission_denied", "You do not have permission to perform this action.",
                $"The mapped metric {resource.Id} has reached the daily limit of updates (2).") { Pointer = "/data/" }
            : null;

    internal override void Updated(WriteCall call, BodyResource body, StoredResource resource) => call.DailyChanges.Add(resource);
}
