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

    /// <summary>Judges all commands of a plan, and sends them one after the other. Nothing is sent when one of them is refused.</summary>
    /// <inheritdoc cref="SendAsync"/>
    Task<IReadOnlyList<CommandAnswer>> SendAllAsync(IReadOnlyList<CommandDraft> drafts, CancellationToken cancellationToken);
}
