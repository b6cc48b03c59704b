namespace KlaviyoLinq.Conformance.Tests.Cases;

/// <summary>Contexts of the cases: with a private key, and with the public company id.</summary>
internal sealed record Contexts(KlaviyoContext Klaviyo, KlaviyoClientContext Client);
