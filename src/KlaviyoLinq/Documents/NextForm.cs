namespace KlaviyoLinq.Documents;

/// <summary>The form of a document's <c>links.next</c>.</summary>
internal enum NextForm
{
    /// <summary>The document has no links, or none of that name.</summary>
    Missing,

    /// <summary>Null, or the empty string: the last page.</summary>
    End,

    /// <summary>A link to another page.</summary>
    Page,

    /// <summary>Value that does not say whether another page follows.</summary>
    Unusable,
}
