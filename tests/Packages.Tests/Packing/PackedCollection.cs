namespace KlaviyoLinq.Packages.Tests.Packing;

/// <summary>Tests of the packages, which are made once for all of them.</summary>
[CollectionDefinition("packages")]
public sealed class PackedCollection : ICollectionFixture<PackedLibraries>;
