namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>One operator of a filter field with one shape of its operand: <c>none</c>, <c>single</c> or <c>list</c>.</summary>
internal sealed record FilterOperatorSpec(string Operator, string Operand);
