namespace KlaviyoLinq.Retrying;

/// <summary>Draws waits. Thread-safe, also with a randomizer that is not.</summary>
internal sealed class Jitter(Random random)
{
    private readonly Lock _lock = new();

    /// <summary>Draws a wait of at least <paramref name="least"/> and less than <paramref name="most"/>.</summary>
    internal TimeSpan Between(TimeSpan least, TimeSpan most)
    {
        lock (_lock)
            return least + ((most - least) * random.NextDouble());
    }
}
