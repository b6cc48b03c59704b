using System.Text.Json;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Campaigns: drafts at first, created together with their messages.</summary>
internal sealed class CampaignKind : ResourceKind
{
    private const string Messages = "campaign-messages";

    internal override void Complete(WriteCall call, BodyResource body, ResourceEdit edit) => edit.Set("status", "Draft");

    internal override void Created(WriteCall call, BodyResource body, StoredResource resource)
    {
        foreach (JsonElement message in body.Attributes.GetProperty(Messages).GetProperty("data").EnumerateArray())
        {
            StoredResource created = ResourceWrites.Add(call, "campaign-message", new BodyResource(message));
            Relations.Add(call.Store, resource, resource.Layout.FindRelationship(Messages)!, created.Id);
        }
    }
}
