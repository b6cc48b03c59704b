namespace KlaviyoLinq.Hosting.Tests;

/// <summary>A service of an application.</summary>
internal sealed record Greeting(string Text);
