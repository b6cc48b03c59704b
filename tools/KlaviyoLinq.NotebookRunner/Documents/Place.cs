namespace KlaviyoLinq.NotebookRunner.Documents;

/// <summary>Position of a value in the bytes of a file.</summary>
/// <param name="Start">The value's first byte.</param>
/// <param name="End">The byte after it.</param>
internal readonly record struct Place(int Start, int End);
