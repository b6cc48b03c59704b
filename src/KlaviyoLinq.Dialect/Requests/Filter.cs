using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Requests;

/// <summary>A filter expression of a request. A closed union: its cases are the records below.</summary>
internal abstract record Filter
{
    private protected Filter()
    {
    }
}

/// <summary>One operator applied to one field: <c>equals(email,"a@b.c")</c>; without a value for <c>has(profile)</c>.</summary>
internal sealed record ComparisonFilter(FilterOperator Operator, string Field, FilterValue? Value) : Filter;

/// <summary>Filters that must all hold.</summary>
/// <param name="Operands">The filters.</param>
/// <param name="IsNamed">True to write <c>and(…)</c>; at the top level a comma means the same.</param>
internal sealed record AndFilter(IReadOnlyList<Filter> Operands, bool IsNamed) : Filter;

/// <summary>Filters of which one must hold. Only the 2022 overview's language has it.</summary>
internal sealed record OrFilter(IReadOnlyList<Filter> Operands) : Filter;

/// <summary>A comparison that must not hold. Only the 2022 overview's language has it, around a single operator.</summary>
internal sealed record NotFilter(ComparisonFilter Operand) : Filter;

/// <summary>A filter that the author wrote in the filter language; its values are literals already.</summary>
internal sealed record RawFilter(string Text) : Filter;
