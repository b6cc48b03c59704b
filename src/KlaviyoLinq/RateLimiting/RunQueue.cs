namespace KlaviyoLinq.RateLimiting;

/// <summary>Waiting requests of one run, first in, first out.</summary>
/// <param name="turn">The run.</param>
/// <param name="since">The sequence number that orders runs: that of the run's last permit, or that of its first arrival.</param>
internal sealed class RunQueue(RunTurn turn, long since)
{
    internal RunTurn Turn => turn;

    internal long Since => since;

    internal LinkedList<Waiter> Waiters { get; init; } = [];
}
