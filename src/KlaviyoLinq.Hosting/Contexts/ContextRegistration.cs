namespace KlaviyoLinq.Hosting.Contexts;

/// <summary>An account that was added.</summary>
/// <param name="Name">The name of its options.</param>
internal sealed record ContextRegistration(string Name);
