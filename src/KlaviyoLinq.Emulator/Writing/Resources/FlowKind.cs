using System.Text.Json;
using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Flows: drafts at first, created together with the actions of their definition.</summary>
internal sealed class FlowKind : ResourceKind
{
    internal override void Complete(WriteCall call, BodyResource body, ResourceEdit edit)
    {
        edit.Set("status", "draft");
        edit.Set("archived", false);
        edit.Set("trigger_type", "Unconfigured");
    }

    internal override void Created(WriteCall call, BodyResource body, StoredResource resource)
    {
        if (!body.Attributes.GetProperty("definition").TryGetProperty("actions", out JsonElement actions) || actions.ValueKind != JsonValueKind.Array)
            return;
        foreach (JsonElement action in actions.EnumerateArray())
        {
            string id = call.Ids.Next("flow-action");
            JsonObject definition = JsonObject.Create(action)!;
            definition["id"] = id;
            ResourceEdit edit = ResourceEdit.New(call.Store.FindLayout("flow-action")!, id);
            DefaultValues.Set(edit, call.Catalogue.FindResource("flow-action")!, call.Now);
            edit.Set("definition", definition);
            call.Store.Add(edit.Finish());
            Relations.Add(call.Store, resource, resource.Layout.FindRelationship("flow-actions")!, id);
        }
    }
}
