using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.QueryStrings;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Finds the operation of a path. No path of Klaviyo's has more than one id.</summary>
internal sealed class RouteTable(KlaviyoCatalogue catalogue)
{
    private const string Gap = "{}";

    private readonly Dictionary<string, ReadFacts> _operations = catalogue.Reads.ToDictionary(o => Blanked(o.Path), StringComparer.Ordinal);

    /// <summary>Finds the route of a path, also with a closing slash, as the links in Klaviyo's documents have it.</summary>
    internal Route? Find(string rawPath)
    {
        string path = rawPath.Length > 1 && rawPath[^1] == '/' ? rawPath[..^1] : rawPath;
        if (_operations.TryGetValue(path, out ReadFacts? operation))
            return new Route(operation, null);
        string[] segments = path.Split('/');
        for (int i = 1; i < segments.Length; i++)
        {
            string id = segments[i];
            segments[i] = Gap;
            if (id.Length > 0 && _operations.TryGetValue(string.Join('/', segments), out operation) && RawQuery.Unescape(id) is { } decoded)
                return new Route(operation, decoded);
            segments[i] = id;
        }
        return null;
    }

    private static string Blanked(string template) =>
        string.Join('/', template.Split('/').Select(segment => segment.StartsWith('{') ? Gap : segment));
}
