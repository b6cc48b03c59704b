using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Rules of one resource type, beyond what the catalogue states: ids, conflicts, and attributes that Klaviyo sets itself.</summary>
internal abstract class ResourceKind
{
    /// <summary>The id that the body determines; null where Klaviyo draws one.</summary>
    internal virtual string? IdOf(BodyResource body) => null;

    /// <summary>Finds the reason why a resource cannot be created, before anything is changed.</summary>
    internal virtual ApiError? CheckCreation(WriteCall call, BodyResource body) => null;

    /// <summary>Sets the attributes of a new resource that are not in the body. Those in the body, and the defaults, are set.</summary>
    internal virtual void Complete(WriteCall call, BodyResource body, ResourceEdit edit)
    {
    }

    /// <summary>Adds what a new resource brings with it: resources that the body embeds, relationships that it implies.</summary>
    internal virtual void Created(WriteCall call, BodyResource body, StoredResource resource)
    {
    }

    /// <summary>Finds the reason why a resource cannot be changed so.</summary>
    internal virtual ApiError? CheckUpdate(WriteCall call, BodyResource body, StoredResource resource) => null;

    /// <summary>Changes what follows from the change of a resource.</summary>
    internal virtual void Updated(WriteCall call, BodyResource body, StoredResource resource)
    {
    }

    /// <summary>Applies the attributes of a body to a resource. An absent one is unchanged.</summary>
    internal virtual void Apply(WriteCall call, BodyResource body, ResourceEdit edit)
    {
        foreach (var attribute in body.Attributes.EnumerateObject())
            edit.Set(attribute.Name, attribute.Value);
    }

    /// <summary>Finds the reason why a resource cannot be deleted.</summary>
    internal virtual ApiError? CheckDeletion(WriteCall call, StoredResource resource) => null;
}
