using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Coupon codes: the id is that of the coupon, a hyphen, and the code.</summary>
internal sealed class CouponCodeKind : ResourceKind
{
    internal override string? IdOf(BodyResource body) => body.Related("coupon")![0] + "-" + body.Text("unique_code");

    internal override void Complete(WriteCall call, BodyResource body, ResourceEdit edit) => edit.Set("status", "UNASSIGNED");

    internal override ApiError? CheckDeletion(WriteCall call, StoredResource resource) =>
        resource.Related(resource.Layout.FindRelationship("profile")!).Count > 0
            ? BodyFault.Conflict("/data/", $"The coupon code {resource.Id} is assigned to a profile.")
            : null;
}
