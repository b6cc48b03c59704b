namespace KlaviyoLinq.Requests;

/// <summary>A literal of the filter language.</summary>
internal abstract record FilterValue
{
    /// <summary>The number of the captured value that it spells; null where it is no such value. Two literals that say the same are equal all the same.</summary>
    internal int? Slot { get; init; }

    /// <summary>Whether both say the same.</summary>
    public virtual bool Equals(FilterValue? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();
}
