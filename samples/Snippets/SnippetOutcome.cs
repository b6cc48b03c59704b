namespace Snippets;

/// <summary>Result of a snippet.</summary>
/// <param name="Output">What it wrote to the console.</param>
/// <param name="Requests">What it asked the emulator for, decoded, one line each, without the pages behind the first.</param>
internal sealed record SnippetOutcome(string Output, IReadOnlyList<string> Requests);
