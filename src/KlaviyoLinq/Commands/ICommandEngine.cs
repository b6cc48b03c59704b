using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Commands;

/// <summary>Engine of a context's commands: judges them, and sends what may be sent.</summary>
internal interface ICommandEngine
{
    /// <summary>The context's clock.</summary>
    TimeProvider Time { get; }

    /// <summary>The time, by the context's clock.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Finds the operation of a resource type.</summary>
    /// <exception cref="InvalidOperationException">The type has no such operation; the markers of its class are wrong.</exception>
    WriteFacts Operation(string resourceType, WriteFamily family);

    /// <summary>Judges a command and sends it.</summary>
    /// <exception cref="Errors.KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="Errors.KlaviyoUnknownOutcomeException">The answer was lost, and the request must not be repeated.</exception>
    Task<CommandAnswer> SendAsync(CommandDraft draft, CancellationToken cancellationToken);

    /// <summary>Judges one row of a command for many.</summary>
    /// <param name="draft">The command, without a body.</param>
    /// <param name="document">The document with this row alone.</param>
    /// <param name="faults">What the body cannot express of the row.</param>
    /// <returns>The request, or the findings.</returns>
    (Requests.KlaviyoCommand? Command, IReadOnlyList<KlaviyoFinding> Findings) JudgeRow(
        CommandDraft draft, ReadOnlySpan<byte> document, KlaviyoLinq.Bodies.LinkFaults faults);

    /// <summary>Sends a command whose rows were judged one by one.</summary>
    /// <param name="draft">The command, whose form makes the body.</param>
    /// <param name="command">The request of its rows.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <inheritdoc cref="SendAsync(CommandDraft, CancellationToken)" path="/exception"/>
    Task<CommandAnswer> SendAsync(CommandDraft draft, Requests.KlaviyoCommand command, CancellationToken cancellationToken);

    /// <summary>Judges all commands of a plan, and sends them one after the other. Nothing is sent when one of them is refused.</summary>
    /// <inheritdoc cref="SendAsync(CommandDraft, CancellationToken)"/>
    Task<IReadOnlyList<CommandAnswer>> SendAllAsync(IReadOnlyList<CommandDraft> drafts, CancellationToken cancellationToken);
}
