namespace KlaviyoLinq.Rulings.Routes;

/// <summary>
/// The operations that may answer a query, in the order in which they are tried: <see cref="Shortcut"/>, <see cref="Main"/>,
/// <see cref="Detour"/>. Where none of them can, the findings of the main one are reported, because it is the one that was written.
/// </summary>
internal sealed class RouteSet
{
    /// <summary>Null exactly when there is an <see cref="Obstacle"/>.</summary>
    internal Route? Main { get; init; }

    /// <summary>The operation that sends ids only, for a query that needs no more.</summary>
    internal Route? Shortcut { get; init; }

    /// <summary>The operation for one resource, for a query that names its id and asks what the collection cannot give.</summary>
    internal Route? Detour { get; init; }

    /// <summary>The reason for which no operation can answer the query.</summary>
    internal KlaviyoFinding? Obstacle { get; init; }

    internal static RouteSet Blocked(KlaviyoFinding obstacle) => new() { Obstacle = obstacle };

    internal IEnumerable<Route> InOrder()
    {
        if (Shortcut is not null)
            yield return Shortcut;
        if (Main is not null)
            yield return Main;
        if (Detour is not null)
            yield return Detour;
    }
}
