using System.Text.Json;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>A body of an operation.</summary>
/// <param name="Operation">The operation's id in the official document.</param>
/// <param name="Json">The document.</param>
internal sealed record SampleBody(string Operation, JsonElement Json);
