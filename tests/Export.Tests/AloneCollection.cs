namespace KlaviyoLinq.Export.Tests;

/// <summary>Tests that need the machine's memory to be as it is when nothing else runs.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneCollection;
