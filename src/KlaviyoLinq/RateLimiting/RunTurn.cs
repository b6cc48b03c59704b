namespace KlaviyoLinq.RateLimiting;

/// <summary>Position of one run in the rotation of its account's queues: all requests of a run share it, those of a fan-out too.</summary>
internal sealed class RunTurn
{
    /// <summary>The number of permits with which a run still counts as a small query: the pages that a person waits for.</summary>
    internal const int FewPages = 5;

    private int _served;

    /// <summary>Sequence number of the run's last permit; null before the first.</summary>
    internal long? LastServed { get; private set; }

    /// <summary>Indicates whether the run has had the permits of a small query.</summary>
    internal bool IsLarge => _served >= FewPages;

    /// <summary>Records a permit.</summary>
    /// <param name="number">Sequence number of the permit.</param>
    internal void Serve(long number)
    {
        LastServed = number;
        _served++;
    }
}
