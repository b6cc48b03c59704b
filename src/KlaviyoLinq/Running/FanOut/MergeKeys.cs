using System.Text.Json;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Paging;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>Sort keys of the rows that are merged.</summary>
/// <param name="field">The field that every request sorts by.</param>
/// <param name="type">The type of the key in a mapped class; null for a class of the model.</param>
internal sealed class MergeKeys(string field, WireType? type)
{
    /// <summary>Returns the key of a resource; null where it has none, or one that cannot be read.</summary>
    internal object? Read(KlaviyoResource resource)
    {
        if (type is not { IsOrdered: true } || Sent(resource) is not { } json)
            return SortKeys.Read(resource, field);
        return type.TryRead(json, out object? key) ? key : null;
    }

    /// <summary>Returns whether a resource has a key that cannot be read. Its place in the order is then known from its neighbours alone.</summary>
    internal bool IsUnreadable(ResourcePage page, KlaviyoResource resource) =>
        Sent(resource) is { } json && type is not null ? !type.TryRead(json, out _) : page.Failed?.Of(resource) is not null && Read(resource) is null;

    /// <summary>Returns the keys of the resources of a page, but for those that cannot be read.</summary>
    internal IEnumerable<object?> Readable(ResourcePage page) => page.Resources.Where(resource => !IsUnreadable(page, resource)).Select(Read);

    private JsonElement? Sent(KlaviyoResource resource) =>
        resource is UnknownResource sent && sent.Attributes.TryGetValue(field, out JsonElement json) ? json : null;
}
