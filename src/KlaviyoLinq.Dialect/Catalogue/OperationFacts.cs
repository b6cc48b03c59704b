namespace KlaviyoLinq.Catalogue;

/// <summary>Facts that every operation has. An operation is keyed by its method and its path.</summary>
internal abstract class OperationFacts(string method)
{
    /// <summary>The operation's id in the official document: <c>get_profiles</c>.</summary>
    internal required string Id { get; init; }

    /// <summary>The HTTP method: <c>GET</c>, <c>POST</c>, <c>PATCH</c> or <c>DELETE</c>.</summary>
    internal string Method { get; } = method;

    /// <summary>The path template: <c>/api/lists/{id}/profiles</c>.</summary>
    internal required string Path { get; init; }

    internal IReadOnlyList<string> Scopes { get; init; } = [];

    internal RateLimitFacts RateLimit { get; init; }

    /// <summary>Indicates whether the operation belongs to the public <c>/client</c> family, which takes a company id instead of a private key.</summary>
    internal bool IsClient => Path.StartsWith("/client/", StringComparison.Ordinal);

    /// <summary>The method and the path: <c>GET /api/profiles</c>.</summary>
    public sealed override string ToString() => Method + " " + Path;
}
