namespace KlaviyoLinq.Http;

/// <summary>Settings of a connection: validated options, which do not change.</summary>
internal sealed class ConnectionSettings
{
    /// <summary>Scheme, host and an optional path before <c>/api</c>.</summary>
    internal required Uri BaseAddress { get; init; }

    /// <summary>The private key or access token; null for a connection that sends none.</summary>
    internal Credential? Credential { get; init; }

    internal required string Revision { get; init; }

    /// <summary>The timeout of one attempt, from the first byte of the request to the last one of the body.</summary>
    internal required TimeSpan Timeout { get; init; }

    /// <summary>The maximum size of a body, decompressed.</summary>
    internal required int MaxResponseBytes { get; init; }

    internal required TimeProvider TimeProvider { get; init; }

    /// <summary>The user's client, which is not disposed here; null for the library's own.</summary>
    internal HttpClient? HttpClient { get; init; }

    /// <summary>The user's handler, which is not disposed here; null for the library's own.</summary>
    internal HttpMessageHandler? HttpMessageHandler { get; init; }
}
