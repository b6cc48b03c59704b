namespace KlaviyoLinq.Http;

/// <summary>Request of one attempt.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathAndQuery">The address from <c>/api</c> on, percent-encoded.</param>
internal readonly record struct ApiRequest(HttpMethod Method, string PathAndQuery)
{
    /// <summary>The body, which is disposed with the attempt; null for none.</summary>
    internal HttpContent? Content { get; init; }

    /// <summary>Indicates whether the request is sent without a credential, as the public <c>/client</c> operations require.</summary>
    internal bool IsAnonymous { get; init; }

    /// <summary>Indicates whether the answer is awaited for a while after the context was disposed.</summary>
    internal bool OutlivesContext { get; init; }

    /// <summary>Headers of this request, besides those of every request.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
