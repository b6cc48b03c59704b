namespace Snippets;

/// <summary>Names the snippets that a method runs: those within it, and those (types, settings) that it uses.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SnippetAttribute(params string[] names) : Attribute
{
    internal IReadOnlyList<string> Names { get; } = names;
}
