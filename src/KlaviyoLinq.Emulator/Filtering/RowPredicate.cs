using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Predicate over rows.</summary>
internal abstract class RowPredicate
{
    internal abstract bool Wants(in Row row);

    /// <summary>
    /// The only ids that can be wanted, where the predicate names them: those rows are looked up, not searched for. Null when it could be any.
    /// </summary>
    internal virtual IReadOnlyCollection<string>? Ids => null;
}
