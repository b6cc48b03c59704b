namespace KlaviyoLinq.Conformance.Tests.Node;

/// <summary>The SDK's tour has an account of its own, so that it runs beside the other tests.</summary>
[CollectionDefinition("sdk")]
public sealed class SdkCollection : ICollectionFixture<EmulatedAccount>;
