namespace KlaviyoLinq.Conformance.Tests.Node;

/// <summary>A test of many cases that needs Node and the official document; skipped where one of them is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DocumentTheoryAttribute : TheoryAttribute
{
    public DocumentTheoryAttribute() => Skip = NodeClients.DocumentMissing;
}
