namespace KlaviyoLinq.Conformance.Tests.Node;

/// <summary>A test that needs Node and the packages of <c>tests/NodeClients</c>; skipped where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeClients.Missing;
}
