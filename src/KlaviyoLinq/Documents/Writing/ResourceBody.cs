using System.Buffers;
using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Documents.Writing;

/// <summary>Writes resources as the <c>data</c> of a body.</summary>
internal static class ResourceBody
{
    private static readonly JsonEncodedText _type = JsonEncodedText.Encode("type"), _id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText _attributes = JsonEncodedText.Encode("attributes");

    /// <summary>Writes one resource object.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="operation">The operation that takes it.</param>
    /// <param name="id">The id to send; null for none.</param>
    /// <param name="isNew">Whether it does not exist yet: its received values are written as well, where the operation takes them.</param>
    /// <param name="omitted">Members that the path of the request has already; null for none.</param>
    /// <returns>What no body can express.</returns>
    internal static LinkFaults Write(
        Utf8JsonWriter json, KlaviyoResource resource, WriteFacts operation, string? id, bool isNew, IReadOnlyCollection<string>? omitted = null)
    {
        bool patches = Find(operation.Meta, "patch_properties") is not null;
        json.WriteStartObject();
        json.WriteString(_type, operation.ResourceType);
        if (id is not null)
            json.WriteString(_id, id);
        var scope = new BodyScope(isNew, operation.Attributes, patches ? "properties" : null, omitted);
        if (operation.Attributes.Count > 0 || HasAttributes(resource, scope))
            WriteAttributes(json, resource, scope);
        LinkFaults faults = WriteLinks(json, resource, operation.Attributes, isNew, omitted);
        if (resource.PatchedProperties is { HasPatches: true } map)
            WriteMeta(json, map);
        json.WriteEndObject();
        return faults;
    }

    /// <summary>Writes a resource within an attribute of another one.</summary>
    internal static void WriteEmbedded(Utf8JsonWriter json, KlaviyoResource resource, BodyScope scope, Action? more = null)
    {
        json.WriteStartObject();
        json.WriteString(_type, resource.ResourceType);
        if (resource.Id.Length > 0)
            json.WriteString(_id, resource.Id);
        json.WriteStartObject(_attributes);
        resource.WriteMembers(json, scope);
        more?.Invoke();
        if (resource.PatchedProperties is { HasPatches: true } map)
            WriteMeta(json, map);
        json.WriteEndObject();
        WriteLinks(json, resource, [], isNew: true);
        json.WriteEndObject();
    }

    /// <summary>
    /// Writes a resource within an attribute, which identifies it or describes a new one. Of a resource with an id, received values are not written: they may
    /// have changed since.
    /// </summary>
    /// <param name="json">The writer.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="scope">The scope of the attribute.</param>
    /// <param name="more">Writes further attributes, which are not of the resource; null for none.</param>
    internal static void WriteIdentified(Utf8JsonWriter json, KlaviyoResource resource, BodyScope scope, Action? more = null) =>
        WriteEmbedded(json, resource, resource.Id.Length > 0 ? scope.OfEmbedded().Changes("properties") : scope.OfEmbedded(), more);

    /// <summary>Writes a resource object of a bulk command.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="item">The facts of the object.</param>
    /// <param name="isNew">Whether it does not exist yet: its received values are written as well, where the operation takes them.</param>
    /// <returns>What no body can express.</returns>
    internal static LinkFaults WriteItem(Utf8JsonWriter json, KlaviyoResource resource, AttributeFacts item, bool isNew)
    {
        IReadOnlyList<AttributeFacts> takes = Find(item.Members, "attributes")?.Members ?? [];
        bool patches = Find(Find(item.Members, "meta")?.Members ?? [], "patch_properties") is not null;
        json.WriteStartObject();
        json.WriteString(_type, resource.ResourceType);
        if (resource.Id.Length > 0)
            json.WriteString(_id, resource.Id);
        WriteAttributes(json, resource, new BodyScope(isNew, takes, patches ? "properties" : null));
        LinkFaults faults = WriteLinks(json, resource, takes, isNew);
        if (resource.PatchedProperties is { HasPatches: true } map)
            WriteMeta(json, map);
        json.WriteEndObject();
        return faults;
    }

    // For each resource of a body, so without an enumerator.
    private static AttributeFacts? Find(IReadOnlyList<AttributeFacts> members, string name)
    {
        for (int i = 0; i < members.Count; i++)
            if (members[i].Name == name)
                return members[i];
        return null;
    }

    // An operation without attributes takes no empty object for them either; what was assigned all the same is written, and refused by name.
    private static bool HasAttributes(KlaviyoResource resource, BodyScope scope)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, MemberWriter.Options);
        json.WriteStartObject();
        resource.WriteMembers(json, scope);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenCount > 2;
    }

    private static void WriteAttributes(Utf8JsonWriter json, KlaviyoResource resource, BodyScope scope)
    {
        json.WriteStartObject(_attributes);
        resource.WriteMembers(json, scope);
        json.WriteEndObject();
    }

    private static LinkFaults WriteLinks(
        Utf8JsonWriter json, KlaviyoResource resource, IReadOnlyList<AttributeFacts> takes, bool isNew, IReadOnlyCollection<string>? omitted = null)
    {
        if (resource.Names is null)
            return default;
        var links = new LinkWriter(json, takes, isNew, omitted);
        resource.WriteLinks(ref links);
        links.Close();
        return new LinkFaults(links.Conflicts ?? (IReadOnlyList<string>)[], links.Edited ?? (IReadOnlyList<string>)[]);
    }

    private static void WriteMeta(Utf8JsonWriter json, KlaviyoMap map)
    {
        json.WriteStartObject("meta"u8);
        json.WriteStartObject("patch_properties"u8);
        map.WritePatches(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
