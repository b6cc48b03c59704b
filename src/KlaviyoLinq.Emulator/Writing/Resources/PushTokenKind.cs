using System.Text.Json;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Push tokens: a known token is updated, and belongs to the profile that is sent with it.</summary>
internal sealed class PushTokenKind : ResourceKind
{
    internal override void Complete(WriteCall call, BodyResource body, ResourceEdit edit) => edit.Stamp("recorded_date", call.Now);

    internal override void Apply(WriteCall call, BodyResource body, ResourceEdit edit)
    {
        base.Apply(call, body, edit);
        if (body.Attributes.TryGetProperty("device_metadata", out JsonElement device))
            edit.Set("metadata", device);
    }

    /// <summary>Creates the token of a body with its profile, or updates what there is of both.</summary>
    internal static WriteAnswer AddOrUpdate(WriteCall call, BodyResource body)
    {
        BodyResource owner = new(body.Attributes.GetProperty("profile").GetProperty("data"));
        StoredResource? known = call.Store.FindBy("push-token", "token", body.Text("token")!);
        WriteAnswer profile = ProfileKind.AddOrUpdate(call, owner);
        if (profile.Error is not null)
            return profile;
        WriteAnswer token = known is null ? ResourceWrites.Create(call, "push-token", body) : ResourceWrites.Update(call, known, body);
        if (token.Error is null)
            Relations.Add(call.Store, token.Resource!, token.Resource!.Layout.FindRelationship("profile")!, profile.Resource!.Id);
        return token.Error is null ? new WriteAnswer(call.Status) : token;
    }
}
