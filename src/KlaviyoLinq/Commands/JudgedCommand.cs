using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Commands;

/// <summary>A command that may be sent, with its body.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Command">The request.</param>
/// <param name="Document">The JSON body; null for a request without one.</param>
/// <param name="Notes">Effects that a reader of the plan has to know.</param>
internal sealed record JudgedCommand(CommandDraft Draft, KlaviyoCommand Command, byte[]? Document, IReadOnlyList<KlaviyoFinding> Notes)
{
    /// <summary>Path and query, percent-encoded.</summary>
    internal required string Uri { get; init; }

    internal bool HasBody => Document is not null || Draft.Form is not null;

    /// <summary>Makes the body for one attempt.</summary>
    internal HttpContent? NewContent() => Document is not null ? CountingContent.Of(Document) : Draft.Form?.Invoke();
}
