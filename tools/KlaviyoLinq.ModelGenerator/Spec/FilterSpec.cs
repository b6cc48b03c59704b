namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>One field an operation filters by.</summary>
/// <param name="Field">The wire name, with dots.</param>
/// <param name="Kind">The literal's kind; null where the field takes none.</param>
/// <param name="Operators">Wire names of the operators, each with the operand shapes it is listed under (<c>none</c>, <c>single</c>, <c>list</c>).</param>
/// <param name="Values">The values of an enumeration.</param>
internal sealed record FilterSpec(string Field, string? Kind, IReadOnlyList<FilterOperatorSpec> Operators, IReadOnlyList<string> Values);
