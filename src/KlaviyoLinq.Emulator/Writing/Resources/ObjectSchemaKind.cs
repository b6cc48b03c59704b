using System.Text.Json;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Object schemas: versions of an object type, created together with their source mapping, where the body embeds one.</summary>
internal sealed class ObjectSchemaKind : ResourceKind
{
    private const string Active = "active";

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

    internal override void Apply(WriteCall call, BodyResource body, ResourceEdit edit)
    {
        base.Apply(call, body, edit);
        if (body.Text("status") == Active)
            edit.Stamp("published_at", call.Now);
    }

    internal override void Updated(WriteCall call, BodyResource body, StoredResource resource)
    {
        RelationshipLayout versions = call.Store.FindLayout("object-type")!.FindRelationship("schema-versions")!;
        if (body.Text("status") is { } status
            && call.Store.All("object-type").FirstOrDefault(type => type.Related(versions).Contains(resource.Id)) is { } type)
            Place(call, type, resource, status);
    }

    /// <summary>Relates a new schema to its type.</summary>
    internal static void Belong(WriteCall call, StoredResource type, StoredResource schema)
    {
        Relations.Add(call.Store, type, type.Layout.FindRelationship("schema-versions")!, schema.Id);
        Place(call, type, schema, schema.Text("status")!);
    }

    internal override void Created(WriteCall call, BodyResource body, StoredResource resource)
    {
        if (body.Related("object-type") is [var id] && call.Store.Find("object-type", id) is { } type)
            Belong(call, type, resource);
        if (!body.Attributes.TryGetProperty("source-mapping", out JsonElement embedded) || embedded.ValueKind != JsonValueKind.Object)
            return;
        StoredResource mapping = ResourceWrites.Add(call, "source-mapping", new BodyResource(embedded.GetProperty("data")));
        Relations.Add(call.Store, resource, resource.Layout.FindRelationship("source-mapping")!, mapping.Id);
    }

    /// <summary>Makes a schema the current one of its type, or its draft. A type has the status of its current schema.</summary>
    private static void Place(WriteCall call, StoredResource type, StoredResource schema, string status)
    {
        bool isActive = status == Active;
        RelationshipLayout draft = type.Layout.FindRelationship("draft-schema")!;
        RelationshipLayout current = type.Layout.FindRelationship("current-schema")!;
        bool isMoved = call.Store.Unrelate(type, isActive ? draft : current, schema.Id);
        Relations.Add(call.Store, type, isActive ? current : draft, schema.Id);
        if (!isActive && !isMoved)
            return;
        ResourceEdit edit = ResourceEdit.Of(type);
        edit.Set("status", status);
        edit.Stamp("updated_at", call.Now);
        call.Store.Replace(edit.Finish());
    }
}
