using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Negation of a predicate. A comparison with null does not hold, so its negation does.</summary>
internal sealed class NegationPredicate(RowPredicate part) : RowPredicate
{
    internal override bool Wants(in Row row) => !part.Wants(row);
}
