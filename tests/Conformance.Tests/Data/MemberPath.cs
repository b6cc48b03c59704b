using System.Collections;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Data;

/// <summary>Reads a generated path (<c>CampaignMessages[].Channel</c>) off an object: none, one or several values.</summary>
internal static class MemberPath
{
    internal static IEnumerable<object> Values(AccountData data, KlaviyoResource resource, string path) => Values(data, (object?)resource, path.Split('.'));

    private static IEnumerable<object> Values(AccountData data, object? target, ReadOnlyMemory<string> path)
    {
        if (target is null)
            return [];
        if (target is IEnumerable elements and not string && target is not KlaviyoObject)
            return elements.Cast<object?>().SelectMany(element => Values(data, element, path));
        if (path.IsEmpty)
            return [target];
        string member = path.Span[0].TrimEnd('[', ']');
        if (path.Length == 1 && target is KlaviyoResource resource && data.Hidden(resource, member) is { Length: > 0 } hidden)
            return hidden;

        // The id at the other end is known without the resource there.
        if (path.Length == 2 && path.Span[1] == "Id" && target.GetType().GetProperty(member + "Id") is { } identifier)
            return Values(data, identifier.GetValue(target), default);
        return Values(data, target.GetType().GetProperty(member)!.GetValue(target), path[1..]);
    }
}
