namespace KlaviyoLinq.Http;

/// <summary>What a connection is made of: checked options, which do not change any more.</summary>
internal sealed class ConnectionSettings
{
    /// <summary>Scheme, host and an optional path before <c>/api</c>.</summary>
    internal required Uri BaseAddress { get; init; }

    /// <summary>The private key or access token; null for a connection that sends none.</summary>
    internal Credential? Credential { get; init; }

    internal required string Revision { get; init; }

    /// <summary>The time for one attempt from the request's first byte to the body's last.</summary>
    internal required TimeSpan Timeout { get; init; }

    /// <summary>The largest body, decompressed.</summary>
    internal required int MaxResponseBytes { get; init; }

    internal required TimeProvider TimeProvider { get; init; }

    /// <summary>A client the user gave and keeps; null for one of our own.</summary>
    internal HttpClient? HttpClient { get; init; }

    /// <summary>A handler the user gave and keeps; null for one of our own.</summary>
    internal HttpMessageHandler? HttpMessageHandler { get; init; }
}
