using CsCheck;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Dialect.Tests.Conditions;

/// <summary>Rewriting never changes what a condition means, whatever holds and whatever does not.</summary>
public sealed class NormalFormTests
{
    private const int Variables = 5;

    private static readonly Site _site = new("Where", "…", KlaviyoCallSite.Unknown);

    private static readonly FilterFacts _field = new("f", ValueKind.String, [new(FilterOperator.Equals, OperandKind.Single)]);

    private static readonly Gen<Condition> _conditions = Gen.Recursive<Condition>((depth, self) => depth > 4
        ? Leaves()
        : Gen.Frequency(
            (3, Leaves()),
            (1, Gen.Bool.Select(value => (Condition)new Constant(value, _site))),
            (2, self.Array[1, 3].Select(parts => (Condition)new All(parts, _site))),
            (2, self.Array[1, 3].Select(parts => (Condition)new Either(parts, _site))),
            (2, self.Select(part => (Condition)new Negation(part, _site)))));

    [Fact]
    public void The_negation_normal_form_means_the_same() =>
        _conditions.Sample(condition => SameMeaning(condition, NegationNormalForm.Of(condition)));

    [Fact]
    public void The_negation_normal_form_negates_comparisons_only() =>
        _conditions.Sample(condition => NegatesComparisonsOnly(NegationNormalForm.Of(condition)));

    [Fact]
    public void The_conjunctive_form_means_the_same() =>
        _conditions.Sample(
            condition => ConjunctiveForm.Of(NegationNormalForm.Of(condition), 200) is not { } clauses || SameMeaning(condition, new All(clauses, _site)));

    [Fact]
    public void The_disjunctive_form_means_the_same() =>
        _conditions.Sample(condition => DisjunctiveForm.Of(NegationNormalForm.Of(condition), 200) is not { } alternatives
            || SameMeaning(condition, new Either([.. alternatives.Select(parts => new All(parts, _site))], _site)));

    [Fact]
    public void The_cap_holds() =>
        _conditions.Sample(condition => (DisjunctiveForm.Of(NegationNormalForm.Of(condition), 3)?.Count ?? 0) <= 3);

    private static Gen<Condition> Leaves() => Gen.Int[0, Variables - 1].Select(variable =>
        (Condition)new Leaf(
            new ComparisonFilter(FilterOperator.Equals, $"{variable}", new BooleanValue(true)), MemberPath.Root, _field, isNeverNull: false, _site));

    private static bool SameMeaning(Condition left, Condition right) =>
        Enumerable.Range(0, 1 << Variables).All(world => Holds(left, world) == Holds(right, world));

    private static bool Holds(Condition condition, int world) => condition switch
    {
        Constant constant => constant.Value,
        Leaf leaf => (world & (1 << int.Parse(leaf.Comparison.Field))) != 0,
        All all => all.Operands.All(operand => Holds(operand, world)),
        Either either => either.Operands.Any(operand => Holds(operand, world)),
        Negation negation => !Holds(negation.Operand, world),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static bool NegatesComparisonsOnly(Condition condition) => condition switch
    {
        Negation negation => negation.Operand is Leaf,
        All all => all.Operands.All(NegatesComparisonsOnly),
        Either either => either.Operands.All(NegatesComparisonsOnly),
        _ => true,
    };
}
