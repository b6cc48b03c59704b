namespace KlaviyoLinq.Catalogue;

/// <summary>One relationship of a resource.</summary>
/// <param name="Name">The wire name: <c>campaign-messages</c>.</param>
/// <param name="ResourceType">The type at the other end: <c>campaign-message</c>.</param>
/// <param name="ToMany">Whether <c>data</c> is an array of identifiers.</param>
internal sealed record RelationshipFacts(string Name, string ResourceType, bool ToMany)
{
    /// <summary>Indicates whether Klaviyo sends the identifiers although the relationship is not included.</summary>
    internal bool IdentifiersAlwaysSent { get; init; }

    /// <summary>
    /// Indicates whether the document has GET operations for the relationship although no answer contains it: <c>catalog-item.categories</c>.
    /// </summary>
    internal bool IsVirtual { get; init; }
}
