using System.Text.Json;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Coupons: the external id is the id.</summary>
internal sealed class CouponKind : ResourceKind
{
    private const int LeastThreshold = 100;

    internal override string? IdOf(BodyResource body) => body.Text("external_id");

    internal override ApiError? CheckCreation(WriteCall call, BodyResource body) =>
        call.LiveRules && body.Text("external_id")!.Any(c => c is not ((>= '0' and <= '9') or (>= 'A' and <= 'z')))
            ? BodyFault.At("/data/attributes/external_id", "The external id does not match the pattern ^[0-9_A-z]+$.")
            : CheckUpdate(call, body);

    internal override ApiError? CheckUpdate(WriteCall call, BodyResource body, Store.StoredResource resource) => CheckUpdate(call, body);

    private static ApiError? CheckUpdate(WriteCall call, BodyResource body) =>
        call.LiveRules
            && body.Attributes.TryGetProperty("monitor_configuration", out JsonElement monitor)
            && monitor.ValueKind == JsonValueKind.Object
            && monitor.TryGetProperty("low_balance_threshold", out JsonElement threshold)
            && threshold.TryGetInt32(out int least) && least < LeastThreshold
            ? BodyFault.At("/data/attributes/monitor_configuration/low_balance_threshold", "The threshold must be at least 100.")
            : null;
}
