namespace KlaviyoLinq.Catalogue;

/// <summary>One operator that a field lists, with the operand it takes: one entry of <c>x-klaviyo-filters</c>.</summary>
internal readonly record struct FilterOperatorFacts(FilterOperator Operator, OperandKind Operand);
