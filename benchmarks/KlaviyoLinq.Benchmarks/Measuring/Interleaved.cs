namespace KlaviyoLinq.Benchmarks.Measuring;

/// <summary>
/// Compares several ways of doing the same work in one run: many short rounds, in each of which every candidate has its turn, in an order
/// that is drawn anew. What else the machine does hits them all alike, so that the ratios can be trusted where the times cannot.
/// </summary>
/// <param name="rounds">How many rounds are measured.</param>
/// <param name="round">About how long one candidate's turn takes.</param>
/// <param name="seed">Decides the orders.</param>
internal sealed class Interleaved(int rounds = 100, TimeSpan? round = null, int seed = 1)
{
    private readonly List<Candidate> _candidates = [];
    private readonly TimeSpan _round = round ?? TimeSpan.FromMilliseconds(4);
    private readonly Random _random = new(seed);

    internal Interleaved Add(string name, Func<object?> work) => Add(name, () =>
    {
        GC.KeepAlive(work());
        return ValueTask.CompletedTask;
    });

    internal Interleaved Add(string name, Func<ValueTask> work)
    {
        _candidates.Add(new Candidate(name, work));
        return this;
    }

    /// <summary>Warms every candidate up, lets the JIT come to rest, and measures.</summary>
    /// <param name="warmUp">How many rounds are thrown away.</param>
    internal async Task<IReadOnlyList<Measurement>> RunAsync(int warmUp = 25)
    {
        foreach (Candidate candidate in _candidates)
            await candidate.CalibrateAsync(_round);
        for (int i = 0; i < warmUp; i++)
            foreach (Candidate candidate in Shuffled())
                await new Candidate(candidate.Name, candidate.Work).CalibrateAsync(_round / 2);
        foreach (Candidate candidate in _candidates)
            await candidate.CalibrateAsync(_round);
        for (int i = 0; i < rounds; i++)
            foreach (Candidate candidate in Shuffled())
                await candidate.MeasureAsync();
        return [
            .. _candidates.Select(candidate => new Measurement(candidate.Name, candidate.Time, candidate.Bytes) { ProcessorSeconds = candidate.ProcessorTime })
        ];
    }

    private Candidate[] Shuffled()
    {
        Candidate[] order = [.. _candidates];
        _random.Shuffle(order);
        return order;
    }
}
