namespace KlaviyoLinq.Tests.Commands;

/// <summary>A request as it was sent.</summary>
internal sealed record SentRequest(string Method, string Uri, string? Body);
