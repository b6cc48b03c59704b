using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Turns a validated filter into a predicate over the rows of an operation.</summary>
internal sealed class PredicateBuilder(FieldResolution fields, ReadFacts operation, bool isLive)
{
    internal RowPredicate Build(FilterExpression expression) => expression switch
    {
        Junction junction => new JunctionPredicate(junction.IsAnd, [.. junction.Parts.Select(Build)]),
        Negation negation => new NegationPredicate(Build(negation.Part)),
        Comparison comparison => Build(comparison),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private RowPredicate Build(Comparison comparison)
    {
        // No review has the status "all": it is a word of the filter for whichever it has.
        if (operation.ResourceType == "review" && comparison is { Field: "status", Literals: [{ Text: "all" }] })
            return new JunctionPredicate(true, []);
        if (isLive && IdleTest(comparison.Field) is { } idle)
            return idle;
        FieldReader field = fields.Reader(operation.ResourceType, comparison.Field);
        if (comparison.Operator == FilterOperator.Has)
            return new FieldPredicate(field, PresenceTest.Instance);
        if (comparison.Literals is [{ Kind: LiteralKind.Null }])
            return new NegationPredicate(new FieldPredicate(field, PresenceTest.Instance));
        if (comparison.Operator == FilterOperator.ContainsAll)
            return new JunctionPredicate(true, [.. comparison.Literals.Select(literal => new FieldPredicate(field, Test(comparison, [literal])))]);
        return new FieldPredicate(field, Test(comparison, comparison.Literals));
    }

    /// <summary>Comparisons that the live API accepts without doing what it documents: one that every row meets, and one that no row meets.</summary>
    private JunctionPredicate? IdleTest(string field) => (operation.Path, field) switch
    {
        ("/api/segments", "is_starred") => new JunctionPredicate(true, []),
        ("/api/metrics", "integration.category") => new JunctionPredicate(false, []),
        _ => null,
    };

    private ValueTest Test(Comparison comparison, IReadOnlyList<FilterLiteral> literals) =>
        Test(operation.FindFilter(comparison.Field)!.Kind, comparison, literals);

    private static ValueTest Test(ValueKind kind, Comparison comparison, IReadOnlyList<FilterLiteral> literals) => kind switch
    {
        ValueKind.Any =>
            new ScalarTest(literals.ToLookup(literal => literal.Kind).ToDictionary(same => same.Key, same => Test(KindOf(same.Key), comparison, [.. same]))),
        ValueKind.DateTime => new InstantTest(comparison.Operator, [.. literals.Select(l => l.Instant)]),
        ValueKind.Integer or ValueKind.Number => new NumberTest(comparison.Operator, [.. literals.Select(l => l.Number)]),
        ValueKind.Boolean => new BooleanTest([.. literals.Select(l => l.Boolean)]),
        _ => new TextTest(comparison.Operator, [.. literals.Select(l => l.Text)]),
    };

    private static ValueKind KindOf(LiteralKind literal) => literal switch
    {
        LiteralKind.Boolean => ValueKind.Boolean,
        LiteralKind.Instant => ValueKind.DateTime,
        LiteralKind.Number => ValueKind.Number,
        _ => ValueKind.String,
    };
}
