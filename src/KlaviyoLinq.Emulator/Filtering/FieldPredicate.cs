using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Any value of a field passes a test.</summary>
internal sealed class FieldPredicate(FieldReader reader, ValueTest test) : RowPredicate
{
    internal override IReadOnlyCollection<string>? Ids =>
        reader is IdReader { IsBare: true } && test is TextTest { IsEquality: true } equality ? equality.Operands : null;

    internal override bool Wants(in Row row) => reader.Any(row, test);
}
