namespace KlaviyoLinq.Docs.Tests;

/// <summary>The tests that have the console, or write to pages, and therefore run while no other test does.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneCollection;
