using System.Text.Json;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Object types: drafts at first, created together with their schema, where the body embeds one.</summary>
internal sealed class ObjectTypeKind : ResourceKind
{
    internal override void Complete(WriteCall call, BodyResource body, ResourceEdit edit)
    {
        edit.Set("status", "draft");
        foreach (string text in (string[])["description", "namespace"])
            if (body.Text(text) is null)
                edit.Set(text, "");
    }

    internal override void Created(WriteCall call, BodyResource body, StoredResource resource)
    {
        if (!body.Attributes.TryGetProperty("object-schema", out JsonElement embedded) || embedded.ValueKind != JsonValueKind.Object)
            return;
        StoredResource schema = ResourceWrites.Add(call, "object-schema", new BodyResource(embedded.GetProperty("data")));
        ObjectSchemaKind.Belong(call, resource, schema);
    }
}
