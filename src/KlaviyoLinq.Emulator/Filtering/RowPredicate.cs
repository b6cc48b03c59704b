using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Whether a row is wanted.</summary>
internal abstract class RowPredicate
{
    internal abstract bool Wants(in Row row);
}
