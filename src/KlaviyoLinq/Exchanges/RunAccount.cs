using KlaviyoLinq.Errors;
using KlaviyoLinq.Http;

namespace KlaviyoLinq.Exchanges;

/// <summary>Account of a run: that of its checkpoint, else the first one that answers. Shared by all requests of the run.</summary>
/// <param name="resumed">The account of the checkpoint; null where there is none.</param>
internal sealed class RunAccount(string? resumed = null)
{
    private string? _first;

    /// <summary>Requires the account of an answer. An answer that does not name its account is accepted.</summary>
    /// <exception cref="KlaviyoCheckpointException">Another account answers.</exception>
    internal void Require(KlaviyoAnswer answer)
    {
        if (answer.Account is not { } other)
            return;
        string account = resumed ?? Interlocked.CompareExchange(ref _first, other, null) ?? other;
        if (account == other)
            return;
        throw new KlaviyoCheckpointException(KlaviyoCheckpointFault.AccountChanged, resumed is not null
            ? $"The checkpoint was taken in the account {account}, but the account {other} answers: the API key belongs to another account. No row was read. Use a key of {account}, or start a new run for {other}."
            : $"The run began in the account {account}, but now the account {other} answers: check the token provider, or a proxy that changes the key. No row of {other} was read. Continue with a key of {account}: query.ResumeFrom(exception.Checkpoint).");
    }
}
