using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Campaigns;

/// <summary>Copies campaigns, and templates for their messages.</summary>
internal static class CampaignCopies
{
    private const string Messages = "campaign-messages";
    private const string Template = "template";

    /// <summary>Copies a campaign with its messages. The copy is a draft without tags.</summary>
    internal static WriteAnswer Clone(WriteCall call)
    {
        string id = call.Resource.Id!;
        if (call.Store.Find("campaign", id) is not { } campaign)
            return ApiError.NoSuchResource("campaign", id) with { Pointer = "/data/id" };
        StoredResource copy = ResourceCopies.Add(call, campaign, edit =>
        {
            edit.Set("name", call.Resource.Text("new_name") ?? "Copy of " + campaign.Text("name"));
            edit.Set("status", CampaignStatuses.Draft);
            edit.Set("archived", false);
            edit.Set("scheduled_at", null);
            edit.Set("send_time", null);
        });
        RelationshipLayout messages = campaign.Layout.FindRelationship(Messages)!;
        foreach (string message in campaign.Related(messages).All().ToArray())
            if (call.Store.Find("campaign-message", message) is { } original)
                Relations.Add(call.Store, copy, messages, CopyOf(call, original).Id);
        return new WriteAnswer(call.Status, copy);
    }

    /// <summary>Copies a template, and relates a message to the copy. A copy that it had before is left over.</summary>
    internal static WriteAnswer AssignTemplate(WriteCall call)
    {
        string id = call.Resource.Id!;
        if (call.Store.Find("campaign-message", id) is not { } message)
            return ApiError.NoSuchResource("campaign-message", id) with { Pointer = "/data/id" };
        string template = call.Resource.Related(Template)![0];
        if (call.Store.Find(Template, template) is not { } original)
            return ApiError.NoSuchResource(Template, template) with { Pointer = "/data/relationships/template/data/id" };
        Relations.Add(call.Store, message, message.Layout.FindRelationship(Template)!, ResourceCopies.Add(call, original).Id);
        ResourceEdit edit = ResourceEdit.Of(message);
        edit.Stamp("updated_at", call.Now);
        StoredResource changed = edit.Finish();
        call.Store.Replace(changed);
        return new WriteAnswer(call.Status, Body: MessageDocument.Write(call, changed));
    }

    /// <summary>Copies a message. Its image is the same, and its template a copy: templates of messages belong to one message each.</summary>
    private static StoredResource CopyOf(WriteCall call, StoredResource message)
    {
        StoredResource copy = ResourceCopies.Add(call, message, edit => edit.Set("send_times", null));
        RelationshipLayout image = message.Layout.FindRelationship("image")!;
        foreach (string id in message.Related(image).All().ToArray())
            Relations.Add(call.Store, copy, image, id);
        RelationshipLayout template = message.Layout.FindRelationship(Template)!;
        foreach (string id in message.Related(template).All().ToArray())
            if (call.Store.Find(Template, id) is { } original)
                Relations.Add(call.Store, copy, template, ResourceCopies.Add(call, original).Id);
        return copy;
    }
}
