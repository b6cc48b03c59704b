namespace KlaviyoLinq.Conformance.Tests;

/// <summary>Collection of tests that share one emulated account, one after the other, so that each sees its own requests.</summary>
[CollectionDefinition("conformance")]
public sealed class ConformanceCollection : ICollectionFixture<EmulatedAccount>;
