namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// Queue for the permits of a route. Runs take turns: the next permit goes to the run whose last one is longest ago, a new run counting from its arrival. So the
/// first page of a new query waits for at most one page of each older run, and no run waits for ever. Within a run requests are served first in, first out.
/// </summary>
internal sealed class FairQueue
{
    private static readonly Comparer<RunQueue> _order = Comparer<RunQueue>.Create((x, y) => x.Since.CompareTo(y.Since));

    private readonly Dictionary<RunTurn, RunQueue> _runs = [];
    private readonly SortedSet<RunQueue> _rotation = new(_order);

    internal int Count { get; private set; }

    /// <summary>The sequence number by which the next run's turn is compared with that of other queues; null when nothing waits.</summary>
    internal long? NextTurn => _rotation.Min?.Since;

    /// <summary>The shortest of the longest waits of all that are in the queue, or were since it was empty.</summary>
    internal TimeSpan ShortestPatience { get; private set; } = TimeSpan.MaxValue;

    internal void Add(Waiter waiter)
    {
        RunTurn turn = waiter.Request.Turn;
        if (!_runs.TryGetValue(turn, out RunQueue? run))
            Insert(run = new RunQueue(turn, turn.LastServed ?? waiter.Number));
        run.Waiters.AddLast(waiter);
        Count++;
        if (waiter.Request.LongestWait < ShortestPatience)
            ShortestPatience = waiter.Request.LongestWait;
    }

    /// <summary>Takes the request whose turn it is, and puts its run at the end of the rotation.</summary>
    /// <param name="number">The sequence number of the permit.</param>
    internal Waiter Take(long number)
    {
        RunQueue run = _rotation.Min!;
        Waiter waiter = run.Waiters.First!.Value;
        Remove(waiter);
        waiter.Request.Turn.LastServed = number;
        if (run.Waiters.Count == 0)
            return waiter;
        _rotation.Remove(run);
        Insert(new RunQueue(run.Turn, number) { Waiters = run.Waiters });
        return waiter;
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
            _rotation.Remove(run);
        }

        if (--Count == 0)
            ShortestPatience = TimeSpan.MaxValue;
        return true;
    }

    /// <summary>Takes all requests that accept no wait as long as this.</summary>
    internal IReadOnlyList<Waiter> TakeImpatient(TimeSpan wait)
    {
        Waiter[] impatient = wait <= ShortestPatience ? [] : [.. _runs.Values.SelectMany(run => run.Waiters).Where(waiter => waiter.Request.LongestWait < wait)];
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

    private void Insert(RunQueue run)
    {
        _runs[run.Turn] = run;
        _rotation.Add(run);
    }
}
