using KlaviyoLinq.Emulator.QueryStrings;

namespace KlaviyoLinq.Emulator;

/// <summary>Request that the emulator received, with the status of its answer.</summary>
public sealed class ReceivedRequest
{
    private readonly Lazy<IReadOnlyList<KeyValuePair<string, string>>> _parameters;
    private int _status;
    private volatile string? _account;

    internal ReceivedRequest(string method, string target, IReadOnlyDictionary<string, string> headers, DateTimeOffset receivedAt)
    {
        int mark = target.IndexOf('?');
        Method = method;
        Path = mark < 0 ? target : target[..mark];
        Query = mark < 0 ? "" : target[(mark + 1)..];
        Headers = headers;
        ReceivedAt = receivedAt;
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

    /// <summary>
    /// The headers that matter to Klaviyo, where they were sent: Authorization, revision, Accept, Accept-Encoding, User-Agent, X-Klaviyo-API-Filters. Of
    /// Authorization only the scheme and the first letters of the secret are kept: <c>Klaviyo-API-Key pk_ab…</c>. Names are case-insensitive.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Gets the moment of arrival, by the emulator's clock.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>
    /// The status that was answered, also of an answer that was truncated; null as long as there is none, and where there never is (a reset,
    /// a stall).
    /// </summary>
    public int? Status => Volatile.Read(ref _status) is not 0 and int status ? status : null;

    /// <summary>The name of the account that the key (or the company id) belongs to; null as long as it is not known, and where there is none.</summary>
    public string? Account => _account;

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

    internal void Answered(int status) => Volatile.Write(ref _status, status);

    internal void BelongsTo(string account) => _account = account;
}
