namespace KlaviyoLinq.Checkpoints;

/// <summary>State of a run.</summary>
/// <param name="Positions">The position in each chain of the query: one, or one for each request of a fan-out.</param>
/// <param name="Seen">The resources consumed, where several chains can return the same one; otherwise empty.</param>
internal sealed record StreamState(IReadOnlyList<StreamPosition> Positions, IReadOnlyList<ulong> Seen)
{
    /// <summary>Indicates whether rows without the sort key come first in a sorted fan-out; null where that is not known.</summary>
    internal bool? NullsFirst { get; init; }

    /// <summary>Returns the state without a cursor that cannot be followed: at the end of the page that linked to it.</summary>
    /// <param name="cursor">The cursor's hash.</param>
    /// <param name="avoid">Whether the cursor must not be followed again.</param>
    internal StreamState Without(ulong cursor, bool avoid) => this with
    {
        Positions =
            [
                .. Positions.Select(
                    at => at is { Cursor: { } lost, Prior: { } prior } && IdHash.Of(lost) == cursor ? prior with { Avoided = avoid ? cursor : null } : at)
            ],
    };

    /// <summary>Returns the state before the first row.</summary>
    internal static StreamState Start(int chains) => new([.. Enumerable.Repeat(StreamPosition.Start, chains)], []);
}
