namespace KlaviyoLinq.Checkpoints;

/// <summary>How far a run has come.</summary>
/// <param name="Positions">The place in each of the query's chains: one, or as many as it fans out to.</param>
/// <param name="Seen">Where several chains can bring the same resource: those that were consumed.</param>
internal sealed record StreamState(IReadOnlyList<StreamPosition> Positions, IReadOnlyList<ulong> Seen)
{
    /// <summary>Where several chains are merged in order: whether rows without the sort key come first. Null where that is not known.</summary>
    internal bool? NullsFirst { get; init; }

    /// <summary>The same without a cursor that leads nowhere: at the end of the page that linked to it.</summary>
    /// <param name="cursor">The cursor's hash.</param>
    /// <param name="avoid">Whether the cursor is not to be followed again either.</param>
    internal StreamState Without(ulong cursor, bool avoid) => this with
    {
        Positions = [.. Positions.Select(at => at is { Cursor: { } lost, Prior: { } prior } && IdHash.Of(lost) == cursor ? prior with { Avoided = avoid ? cursor : null } : at)],
    };

    /// <summary>Before the first row.</summary>
    internal static StreamState Start(int chains) => new([.. Enumerable.Repeat(StreamPosition.Start, chains)], []);
}
