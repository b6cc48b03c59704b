namespace KlaviyoLinq.Documents;

/// <summary>The links of a document.</summary>
/// <param name="Next">The link to the next page; null where there is none.</param>
/// <param name="Form">The form of that link.</param>
/// <param name="Self">The link to the document itself, which echoes the request; null where it is missing or not a link.</param>
internal sealed record DocumentLinks(NextPage? Next, NextForm Form, string? Self)
{
    /// <summary>A document without links.</summary>
    internal static DocumentLinks None { get; } = new(null, NextForm.Missing, null);
}
