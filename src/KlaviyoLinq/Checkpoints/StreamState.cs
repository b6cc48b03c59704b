namespace KlaviyoLinq.Checkpoints;

/// <summary>How far a run has come.</summary>
/// <param name="Positions">The place in each of the query's chains: one, or as many as it fans out to.</param>
/// <param name="Seen">Where several chains can bring the same resource: those that were consumed.</param>
internal sealed record StreamState(IReadOnlyList<StreamPosition> Positions, IReadOnlyList<ulong> Seen)
{
    /// <summary>Before the first row.</summary>
    internal static StreamState Start(int chains) => new([.. Enumerable.Repeat(StreamPosition.Start, chains)], []);
}
