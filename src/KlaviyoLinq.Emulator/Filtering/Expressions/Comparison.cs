using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Filtering.Expressions;

/// <summary>One field compared with literals.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Field">The field as written.</param>
/// <param name="Literals">The literals; none for <c>has</c>.</param>
/// <param name="IsList">Whether the literals stood in brackets.</param>
/// <param name="Position">Where the comparison begins.</param>
internal sealed record Comparison(FilterOperator Operator, string Field, IReadOnlyList<FilterLiteral> Literals, bool IsList, int Position) : FilterExpression;
