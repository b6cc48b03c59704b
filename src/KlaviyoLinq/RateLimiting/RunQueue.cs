namespace KlaviyoLinq.RateLimiting;

/// <summary>Waiting requests of one run, first in, first out.</summary>
/// <param name="turn">The run.</param>
/// <param name="since">The sequence number that orders runs: that of the run's last permit, or that of its first arrival.</param>
/// <param name="isLarge">Whether the run is more than a small query.</param>
internal sealed class RunQueue(RunTurn turn, long since, bool isLarge)
{
    internal RunTurn Turn => turn;

    internal long Since => since;

    internal bool IsLarge => isLarge;

    internal LinkedList<Waiter> Waiters { get; init; } = [];
}
