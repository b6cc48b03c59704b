namespace KlaviyoLinq.Commands;

/// <summary>Names the operations that a public command sends, so that each operation can be shown to have exactly one.</summary>
/// <param name="ids">The ids of the operations in the official document.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
internal sealed class OperationsAttribute(params string[] ids) : Attribute
{
    /// <summary>The ids of the operations.</summary>
    internal IReadOnlyList<string> Ids => ids;
}
