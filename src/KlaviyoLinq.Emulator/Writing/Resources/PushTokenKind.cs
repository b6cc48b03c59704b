using System.Text.Json;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Push tokens: a known token is updated, and belongs to the profile that is sent with it.</summary>
internal sealed class PushTokenKind : ResourceKind
{
    internal override void Complete(WriteCall call, BodyResource body, ResourceEdit edit)
    {
        edit.Stamp("recorded_date", call.Now);
        if (body.Text("background") is null)
            edit.Set("background", "AVAILABLE");
    }

    internal override void Apply(WriteCall call, BodyResource body, ResourceEdit edit)
    {
        base.Apply(call, body, edit);
        if (body.Attributes.TryGetProperty("device_metadata", out JsonElement device))
            edit.Set("metadata", device);
    }

    /// <summary>Creates the token of a body with its profile, or updates what there is of both.</summary>
    internal static WriteAnswer AddOrUpdate(WriteCall call, BodyResource body)
    {
        WriteAnswer profile = ProfileKind.AddOrUpdate(call, body.Embedded("profile"));
        if (profile.Error is { } error)
            return BodyFault.Within(error, "/data/attributes/profile/data");
        AddOrUpdate(call, body, profile.Resource!);
        return new WriteAnswer(call.Status);
    }

    /// <summary>Creates the token of a body, or updates it, and gives it to a profile.</summary>
    internal static void AddOrUpdate(WriteCall call, BodyResource body, StoredResource owner)
    {
        StoredResource token = call.Store.FindBy("push-token", "token", body.Text("token")!) is { } known
            ? ResourceWrites.Update(call, known, body).Resource!
            : ResourceWrites.Add(call, "push-token", body);
        Relations.Add(call.Store, token, token.Layout.FindRelationship("profile")!, owner.Id);
    }
}
