using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.QueryStrings;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Finds the operations of a path. No path of Klaviyo's has more than one id.</summary>
internal sealed class RouteTable(KlaviyoCatalogue catalogue)
{
    private const string Gap = "{}";

    private readonly Dictionary<string, OperationFacts[]> _operations =
        catalogue.Operations.GroupBy(o => Blanked(o.Path)).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>Finds the route of a path, also with a closing slash, as the links in Klaviyo's documents have it.</summary>
    internal PathRoute? Find(string rawPath)
    {
        string path = rawPath.Length > 1 && rawPath[^1] == '/' ? rawPath[..^1] : rawPath;
        if (_operations.TryGetValue(path, out OperationFacts[]? operations))
            return new PathRoute(operations, null);
        string[] segments = path.Split('/');
        for (int i = 1; i < segments.Length; i++)
        {
            string id = segments[i];
            segments[i] = Gap;
            if (id.Length > 0 && _operations.TryGetValue(string.Join('/', segments), out operations) && RawQuery.Unescape(id) is { } decoded)
                return new PathRoute(operations, decoded);
            segments[i] = id;
        }
        return null;
    }

    private static string Blanked(string template) =>
        string.Join('/', template.Split('/').Select(segment => segment.StartsWith('{') ? Gap : segment));
}
