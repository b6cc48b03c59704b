using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Any value of a field passes a test.</summary>
internal sealed class FieldPredicate(FieldReader reader, ValueTest test) : RowPredicate
{
    internal override bool Wants(in Row row) => reader.Any(row, test);
}
