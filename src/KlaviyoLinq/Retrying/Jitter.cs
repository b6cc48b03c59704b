namespace KlaviyoLinq.Retrying;

/// <summary>Draws waits. A given randomizer need not be safe to use from several threads; this is.</summary>
internal sealed class Jitter(Random random)
{
    private readonly Lock _lock = new();

    /// <summary>A wait of at least <paramref name="least"/> and less than <paramref name="most"/>.</summary>
    internal TimeSpan Between(TimeSpan least, TimeSpan most)
    {
        lock (_lock)
            return least + ((most - least) * random.NextDouble());
    }
}
