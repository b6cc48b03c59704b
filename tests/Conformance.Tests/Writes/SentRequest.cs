namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>A request as it was sent.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Uri">Path and query.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="HasCredential">Whether it had the header <c>Authorization</c>.</param>
internal sealed record SentRequest(string Method, string Uri, string? Body, bool HasCredential);
