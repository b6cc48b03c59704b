using KlaviyoLinq.Emulator.Server;

namespace KlaviyoLinq.Emulator;

/// <summary>A request as it reached the emulator.</summary>
public sealed class ReceivedRequest
{
    private readonly Lazy<IReadOnlyList<KeyValuePair<string, string>>> _parameters;

    internal ReceivedRequest(string method, string target, IReadOnlyDictionary<string, string> headers)
    {
        int mark = target.IndexOf('?');
        Method = method;
        Path = mark < 0 ? target : target[..mark];
        Query = mark < 0 ? "" : target[(mark + 1)..];
        Headers = headers;
        _parameters = new(() => [.. (RawQuery.Parse(Query) ?? []).Select(p => KeyValuePair.Create(p.Name, p.Value))]);
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path as it was sent: <c>/api/profiles</c>.</summary>
    public string Path { get; }

    /// <summary>The query string as it was sent, percent-encoded, without the question mark.</summary>
    public string Query { get; }

    /// <summary>The query parameters decoded, in the order in which they were sent; empty when the query string cannot be decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters.Value;

    /// <summary>The headers that matter to Klaviyo, where they were sent: Authorization, revision, Accept, Accept-Encoding, User-Agent, X-Klaviyo-API-Filters. Names are case-insensitive.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The decoded value of a query parameter, or null when it was not sent.</summary>
    public string? Parameter(string name)
    {
        foreach (KeyValuePair<string, string> parameter in Parameters)
            if (parameter.Key == name)
                return parameter.Value;
        return null;
    }

    /// <summary>Method, path and query, without headers.</summary>
    public override string ToString() => Query.Length == 0 ? $"{Method} {Path}" : $"{Method} {Path}?{Query}";
}
