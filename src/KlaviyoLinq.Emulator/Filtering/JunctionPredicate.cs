using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Predicate that requires all of its parts, or at least one.</summary>
internal sealed class JunctionPredicate(bool isAnd, RowPredicate[] parts) : RowPredicate
{
    internal override IReadOnlyCollection<string>? Ids => isAnd ? parts.Select(part => part.Ids).FirstOrDefault(ids => ids is not null) : null;

    internal override bool Wants(in Row row)
    {
        foreach (RowPredicate part in parts)
            if (part.Wants(row) != isAnd)
                return !isAnd;
        return isAnd;
    }
}
