using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Errors;

/// <summary>
/// The answer to a command was lost, so it is unknown whether Klaviyo has carried it out. It was not repeated, because a second request would have an effect of
/// its own: another list, another campaign, another message. <see cref="ResolveAsync"/> asks Klaviyo, where that is possible.
/// </summary>
public sealed class KlaviyoUnknownOutcomeException : KlaviyoException
{
    private readonly WriteFacts _operation;

    internal KlaviyoUnknownOutcomeException(WriteFacts operation, Func<CancellationToken, Task<KlaviyoResolution>>? probe, Exception cause)
        : base(
            $"It is unknown whether Klaviyo has carried out {operation}: the request was sent, and its answer was lost. It was not repeated, because a second request could have a second effect. {(probe is null ? "No request that reads shows its effect, so ResolveAsync cannot look for it: check it in Klaviyo before you send it again." : "Ask Klaviyo (ResolveAsync) before you send it again.")}",
            cause) => (_operation, Probe) = (operation, probe);

    /// <summary>Indicates whether <see cref="ResolveAsync"/> can look for the effect.</summary>
    public bool CanResolve => Probe is not null;

    /// <summary>Looks for the effect of the command.</summary>
    internal Func<CancellationToken, Task<KlaviyoResolution>>? Probe { get; }

    /// <summary>
    /// Looks for the effect of the command: sends read requests only. That nothing is found proves nothing until Klaviyo shows new resources, which can take
    /// minutes.
    /// </summary>
    /// <param name="cancellationToken">Aborts the requests.</param>
    /// <exception cref="InvalidOperationException">The effect of this command cannot be looked up; see <see cref="CanResolve"/>.</exception>
    public Task<KlaviyoResolution> ResolveAsync(CancellationToken cancellationToken = default) =>
        Probe?.Invoke(cancellationToken)
        ?? throw new InvalidOperationException($"No request that reads shows the effect of {_operation}. Check it in Klaviyo before you send the command again.");
}
