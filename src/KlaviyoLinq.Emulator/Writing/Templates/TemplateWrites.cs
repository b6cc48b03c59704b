using System.Text.Json;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Templates;

/// <summary>Copies and renders templates.</summary>
internal static class TemplateWrites
{
    /// <summary>Copies a template.</summary>
    internal static WriteAnswer Clone(WriteCall call)
    {
        if (Find(call) is not { } template)
            return Missing(call);
        return ResourceKinds.Of("template").CheckCreation(call, call.Resource) is { } refusal
            ? refusal
            : new WriteAnswer(call.Status, ResourceCopies.Add(
                call, template, edit => edit.Set("name", call.Resource.Text("name") ?? "Copy of " + template.Text("name"))));
    }

    /// <summary>Renders a template, and changes nothing.</summary>
    internal static WriteAnswer Render(WriteCall call)
    {
        if (Find(call) is not { } template)
            return Missing(call);
        JsonElement context = call.Resource.Attributes.GetProperty("context");
        ResourceEdit edit = ResourceEdit.Of(template);
        foreach (string version in (string[])["html", "text", "amp"])
            if (template.Text(version) is { } source)
            {
                (string rendered, string? fault) = TemplateText.Render(source, context, isMarkup: version != "text");
                if (fault is not null)
                    return BodyFault.At("/data/id", $"The {version} of the template {template.Id} cannot be rendered: {fault}");
                edit.Set(version, rendered);
            }
        return new WriteAnswer(call.Status, edit.Finish());
    }

    private static StoredResource? Find(WriteCall call) => call.Store.Find("template", call.Resource.Id!);

    private static ApiError Missing(WriteCall call) => ApiError.NoSuchResource("template", call.Resource.Id!) with { Pointer = "/data/id" };
}
