namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>
/// The base class of a closed hierarchy. Unions that share an alternative share their base, because a class has only one; each use of the
/// union still reads its own alternatives.
/// </summary>
internal sealed class UnionModel
{
    public required string Name { get; init; }

    /// <summary>The components that derive from it.</summary>
    public required IReadOnlyList<string> Alternatives { get; init; }

    /// <summary>The members that all alternatives have.</summary>
    public IReadOnlyList<PropertyModel> Shared { get; set; } = [];

    /// <summary>The different sets of alternatives, each distinguished in its own way.</summary>
    public required IReadOnlyList<UnionUse> Uses { get; init; }

    internal string UnknownName => "Unknown" + Name;
}
