using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Templates: one that a campaign message uses cannot be deleted.</summary>
internal sealed class TemplateKind : ResourceKind
{
    private const int Maximum = 1000;

    internal override ApiError? CheckCreation(WriteCall call, BodyResource body) =>
        call.Store.Count("template") >= Maximum ? BodyFault.At("/data/", "The account has 1000 templates, and can have no more.") : null;

    internal override ApiError? CheckDeletion(WriteCall call, StoredResource resource)
    {
        RelationshipLayout template = call.Store.FindLayout("campaign-message")!.FindRelationship("template")!;
        return call.Store.All("campaign-message").FirstOrDefault(message => message.Related(template).Contains(resource.Id)) is { } message
            ? BodyFault.Conflict("/data/", $"The template {resource.Id} is attached to the campaign message {message.Id}.")
            : null;
    }
}
