namespace KlaviyoLinq.Hosting.Contexts;

/// <summary>An account that was added.</summary>
/// <param name="Name">The name of its options.</param>
/// <param name="SectionPath">The path of its section in the configuration; null where its options come from code.</param>
internal sealed record ContextRegistration(string Name, string? SectionPath);
