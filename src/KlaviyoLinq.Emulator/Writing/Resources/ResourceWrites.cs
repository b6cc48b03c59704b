using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Creates, changes and deletes resources. Everything is checked before anything is changed.</summary>
internal static class ResourceWrites
{
    /// <summary>Creates the resource of a body.</summary>
    internal static WriteAnswer Create(WriteCall call) => Create(call, call.Operation.ResourceType!, call.Resource);

    /// <summary>Creates a resource of a type: the one of the body, or one of a job's.</summary>
    internal static WriteAnswer Create(WriteCall call, string type, BodyResource body)
    {
        ResourceKind kind = ResourceKinds.Of(type);
        ResourceLayout layout = call.Store.FindLayout(type)!;
        string? known = kind.IdOf(body);
        if (kind.CheckCreation(call, body) is { } refusal)
            return refusal;
        if (known is not null && call.Store.Find(type, known) is not null)
            return BodyFault.Conflict("/data/attributes", $"A {type} with the id {known} already exists.", "duplicate_resource");
        if (CheckRelated(call, layout, body) is { } missing)
            return missing;
        return new WriteAnswer(call.Status, Add(call, type, body));
    }

    /// <summary>Adds a resource that was checked, or is embedded in another one.</summary>
    internal static StoredResource Add(WriteCall call, string type, BodyResource body)
    {
        ResourceKind kind = ResourceKinds.Of(type);
        ResourceEdit edit = ResourceEdit.New(call.Store.FindLayout(type)!, kind.IdOf(body) ?? call.Ids.Next(type));
        DefaultValues.Set(edit, call.Catalogue.FindResource(type)!, call.Now);
        kind.Apply(call, body, edit);
        kind.Complete(call, body, edit);
        StoredResource resource = edit.Finish();
        call.Store.Add(resource);
        Relate(call, resource, body);
        kind.Created(call, body, resource);
        // What it brings with it may have changed it.
        return call.Store.Find(type, resource.Id) ?? resource;
    }

    /// <summary>Changes the resource that the path names.</summary>
    internal static WriteAnswer Update(WriteCall call)
    {
        string type = call.Operation.ResourceType!;
        return call.Store.Find(type, call.Id!) is { } resource
            ? Update(call, resource, call.Resource)
            : ApiError.NoSuchResource(type, call.Id!);
    }

    /// <summary>Changes a resource by a body.</summary>
    internal static WriteAnswer Update(WriteCall call, StoredResource resource, BodyResource body)
    {
        string type = resource.Layout.Type;
        ResourceKind kind = ResourceKinds.Of(type);
        if ((kind.CheckUpdate(call, body, resource) ?? CheckRelated(call, resource.Layout, body)) is { } refusal)
            return refusal;
        ResourceEdit edit = ResourceEdit.Of(resource);
        kind.Apply(call, body, edit);
        edit.Stamp("updated", call.Now);
        edit.Stamp("updated_at", call.Now);
        edit.SetHidden("updated", Instants.Text(call.Now));
        StoredResource changed = edit.Finish();
        call.Store.Replace(changed);
        Relate(call, changed, body);
        kind.Updated(call, body, changed);
        return new WriteAnswer(call.Status, changed);
    }

    /// <summary>Deletes the resource that the path names, with all its relationships.</summary>
    internal static WriteAnswer Delete(WriteCall call)
    {
        string type = call.Catalogue.FindRead(call.Operation.Path)!.ResourceType;
        return call.Store.Find(type, call.Id!) is { } resource ? Delete(call, resource) : ApiError.NoSuchResource(type, call.Id!);
    }

    /// <summary>Deletes a resource with all its relationships.</summary>
    internal static WriteAnswer Delete(WriteCall call, StoredResource resource)
    {
        ResourceKind kind = ResourceKinds.Of(resource.Layout.Type);
        if (kind.CheckDeletion(call, resource) is { } refusal)
            return refusal;
        OwnedResources.Remove(call.Store, resource);
        return new WriteAnswer(call.Status);
    }

    /// <summary>Checks that the resources exist to which the relationships of a body lead.</summary>
    private static ApiError? CheckRelated(WriteCall call, ResourceLayout layout, BodyResource body)
    {
        foreach (RelationshipLayout relationship in layout.Relationships)
        {
            int at = 0;
            foreach (string id in body.Related(relationship.Name) ?? [])
            {
                string place = relationship.ToMany ? string.Create(CultureInfo.InvariantCulture, $"/{at++}") : "";
                if (call.Store.Find(relationship.ResourceType, id) is null)
                    return ApiError.NoSuchResource(relationship.ResourceType, id) with { Pointer = $"/data/relationships/{relationship.Name}/data{place}/id" };
            }
        }
        return null;
    }

    /// <summary>Replaces the relationships that a body names.</summary>
    private static void Relate(WriteCall call, StoredResource resource, BodyResource body)
    {
        foreach (RelationshipLayout relationship in resource.Layout.Relationships)
            if (body.Related(relationship.Name) is { } ids)
                Relations.Replace(call.Store, resource, relationship, ids);
    }
}
