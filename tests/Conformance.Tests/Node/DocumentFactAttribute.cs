namespace KlaviyoLinq.Conformance.Tests.Node;

/// <summary>A test that needs Node and the official document; skipped where one of them is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DocumentFactAttribute : FactAttribute
{
    public DocumentFactAttribute() => Skip = NodeClients.DocumentMissing;
}
