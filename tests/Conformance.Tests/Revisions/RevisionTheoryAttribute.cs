using KlaviyoLinq.Conformance.Tests.Node;

namespace KlaviyoLinq.Conformance.Tests.Revisions;

/// <summary>A test of all revisions that needs their official documents; skipped where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RevisionTheoryAttribute : TheoryAttribute
{
    public RevisionTheoryAttribute() => Skip = NodeClients.DocumentsMissing;
}
