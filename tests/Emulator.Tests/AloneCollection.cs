namespace KlaviyoLinq.Emulator.Tests;

/// <summary>The tests that measure the process and therefore run while no other test does.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneCollection;
