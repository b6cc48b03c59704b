using System.Text.Json;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Object schemas: versions of an object type, created together with their source mapping, where the body embeds one.</summary>
internal sealed class ObjectSchemaKind : ResourceKind
{
    internal override ApiError? CheckCreation(WriteCall call, BodyResource body) =>
        body.Related("object-type") is [var type] && call.Store.Find("object-type", type) is null
            ? ApiError.NoSuchResource("object-type", type) with { Pointer = "/data/relationships/object-type/data/id" }
            : null;

    internal override void Complete(WriteCall call, BodyResource body, ResourceEdit edit)
    {
        if (body.Text("status") is null)
            edit.Set("status", "draft");
        if (body.Text("description") is null)
            edit.Set("description", "");
        edit.Set("visibility", "private");
    }

    internal override void Created(WriteCall call, BodyResource body, StoredResource resource)
    {
        if (body.Related("object-type") is [var id] && call.Store.Find("object-type", id) is { } type)
            foreach (string relationship in (string[])["schema-versions", "draft-schema"])
                Relations.Add(call.Store, type, type.Layout.FindRelationship(relationship)!, resource.Id);
        if (!body.Attributes.TryGetProperty("source-mapping", out JsonElement embedded) || embedded.ValueKind != JsonValueKind.Object)
            return;
        StoredResource mapping = ResourceWrites.Add(call, "source-mapping", new BodyResource(embedded.GetProperty("data")));
        Relations.Add(call.Store, resource, resource.Layout.FindRelationship("source-mapping")!, mapping.Id);
    }
}
