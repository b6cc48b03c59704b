namespace KlaviyoLinq.NotebookRunner.Tests;

/// <summary>The tests that run cells: while they do, the console of the process belongs to the cell.</summary>
[CollectionDefinition("console", DisableParallelization = true)]
public sealed class ConsoleCollection;
