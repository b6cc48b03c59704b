namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// Queue for the permits of a route. Runs take turns: the next permit goes to the run whose last one is longest ago, a new run counting from its
/// arrival. Large runs share one turn. So a page of a small query waits for at most one page of each other small query and one of all large runs, and
/// no run waits for ever. Within a run requests are served first in, first out.
/// </summary>
/// <param name="largeRuns">The turn that the large runs of an operation share.</param>
internal sealed class FairQueue(RunTurn largeRuns)
{
    private static readonly Comparer<RunQueue> _order = Comparer<RunQueue>.Create((x, y) => x.Since.CompareTo(y.Since));

    private readonly Dictionary<RunTurn, RunQueue> _runs = [];
    private readonly SortedSet<RunQueue> _small = new(_order);
    private readonly SortedSet<RunQueue> _large = new(_order);

    internal int Count { get; private set; }

    /// <summary>The sequence number by which the next run's turn is compared with that of other queues; null when nothing waits.</summary>
    internal long? NextTurn => Next is { } run ? TurnOf(run) : null;

    /// <summary>The shortest of the longest waits of all that are in the queue, or were since it was empty.</summary>
    internal TimeSpan ShortestPatience { get; private set; } = TimeSpan.MaxValue;

    internal void Add(Waiter waiter)
    {
        RunTurn turn = waiter.Request.Turn;
        if (!_runs.TryGetValue(turn, out RunQueue? run))
            Insert(run = new RunQueue(turn, turn.LastServed ?? waiter.Number, turn.IsLarge));
        run.Waiters.AddLast(waiter);
        Count++;
        if (waiter.Request.LongestWait < ShortestPatience)
            ShortestPatience = waiter.Request.LongestWait;
    }

    /// <summary>Takes the request whose turn it is, and puts its run at the end of the rotation.</summary>
    /// <param name="number">The sequence number of the permit.</param>
    internal Waiter Take(long number)
    {
        RunQueue run = Next!;
        Waiter waiter = run.Waiters.First!.Value;
        Remove(waiter);
        Serve(run.Turn, number);
        if (run.Waiters.Count == 0)
            return waiter;
        RotationOf(run).Remove(run);
        Insert(new RunQueue(run.Turn, number, run.Turn.IsLarge) { Waiters = run.Waiters });
        return waiter;
    }

    /// <summary>Records a permit of a run.</summary>
    internal void Serve(RunTurn turn, long number)
    {
        if (turn.IsLarge)
            largeRuns.Serve(number);
        turn.Serve(number);
    }

    /// <summary>Removes a request.</summary>
    /// <returns>Whether it was there.</returns>
    internal bool Remove(Waiter waiter)
    {
        if (!_runs.TryGetValue(waiter.Request.Turn, out RunQueue? run) || !run.Waiters.Remove(waiter))
            return false;
        if (run.Waiters.Count == 0)
        {
            _runs.Remove(run.Turn);
            RotationOf(run).Remove(run);
        }

        if (--Count == 0)
            ShortestPatience = TimeSpan.MaxValue;
        return true;
    }

    /// <summary>Takes all requests that accept no wait as long as this.</summary>
    internal IReadOnlyList<Waiter> TakeImpatient(TimeSpan wait)
    {
        Waiter[] impatient = wait <= ShortestPatience
            ? []
            : [.. _runs.Values.SelectMany(run => run.Waiters).Where(waiter => waiter.Request.LongestWait < wait)];
        foreach (Waiter waiter in impatient)
            Remove(waiter);
        return impatient;
    }

    /// <summary>Takes all requests.</summary>
    internal IReadOnlyList<Waiter> TakeAll()
    {
        Waiter[] all = [.. _runs.Values.SelectMany(run => run.Waiters)];
        foreach (Waiter waiter in all)
            Remove(waiter);
        return all;
    }

    private RunQueue? Next => _small.Min is { } small && (_large.Min is not { } large || small.Since < TurnOf(large)) ? small : _large.Min;

    private SortedSet<RunQueue> RotationOf(RunQueue run) => run.IsLarge ? _large : _small;

    private long TurnOf(RunQueue run) => run.IsLarge ? Math.Max(run.Since, largeRuns.LastServed ?? run.Since) : run.Since;

    private void Insert(RunQueue run)
    {
        _runs[run.Turn] = run;
        RotationOf(run).Add(run);
    }
}
