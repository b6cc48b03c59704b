namespace KlaviyoLinq.Conformance.Tests.Cases;

/// <summary>Where the queries of the cases start: with a private key, and with the company's public id.</summary>
internal sealed record Contexts(KlaviyoContext Klaviyo, KlaviyoClientContext Client);
