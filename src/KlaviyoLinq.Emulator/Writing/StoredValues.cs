using System.Text.Json;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing;

/// <summary>Reads single attributes of resources.</summary>
internal static class StoredValues
{
    /// <summary>The value of an attribute; of the kind <see cref="JsonValueKind.Undefined"/> where the resource has none.</summary>
    internal static JsonElement Json(StoredResource resource, string attribute) =>
        resource.Layout.Find(attribute) is { } member && resource.Value(member) is { IsEmpty: false } value ? JsonElement.Parse(value) : default;
}
