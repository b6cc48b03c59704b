using CsCheck;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Dialect.Tests.Conditions;

/// <summary>A truth table over members that may be null, one of them within another: leaving tests for null out never changes what a condition means.</summary>
public sealed class RedundantGuardTests
{
    private static readonly Site _site = new("Where", "…", KlaviyoCallSite.Unknown);

    private static readonly FilterFacts _field = new("f", ValueKind.Integer, [new(FilterOperator.Equals, OperandKind.Single)]);

    // "b.c" has a value only where "b" has one.
    private static readonly string[] _members = ["a", "b", "b.c", "d"];

    private static readonly int?[][] _worlds = [.. Worlds()];

    private static readonly Gen<Condition> _conditions = Gen.Recursive<Condition>((depth, self) => depth > 4
        ? Parts()
        : Gen.Frequency(
            (3, Parts()),
            (3, self.Array[1, 4].Select(parts => (Condition)new All(parts, _site))),
            (3, self.Array[1, 4].Select(parts => (Condition)new Either(parts, _site))),
            (2, self.Select(part => (Condition)new Negation(part, _site)))));

    [Fact]
    public void Without_its_redundant_guards_a_condition_means_the_same() =>
        _conditions.Sample(
            condition =>
            {
                Condition rewritten = RedundantGuards.Without(NegationNormalForm.Of(condition));
                return _worlds.All(world => Holds(condition, world) == Holds(rewritten, world));
            },
            iter: 20_000);

    [Fact]
    public void A_guard_in_front_of_its_comparison_goes_at_any_depth()
    {
        Gen<Condition> guarded = Gen.Recursive<Condition>((depth, self) => depth > 3
            ? Guarded()
            : Gen.Frequency(
                (2, Guarded()),
                (1, self.Array[1, 3].Select(parts => (Condition)new All(parts, _site))),
                (1, self.Array[1, 3].Select(parts => (Condition)new Either(parts, _site))),
                (1, self.Select(part => (Condition)new Negation(part, _site)))));

        guarded.Sample(condition => !HasTest(RedundantGuards.Without(NegationNormalForm.Of(condition))), iter: 5_000);
    }

    [Fact]
    public void A_test_that_decides_something_stays()
    {
        Condition test = Test("a");
        Condition alone = RedundantGuards.Without(new All([test, Leaf("b", 1)], _site));
        Condition either = RedundantGuards.Without(new Either([test, Leaf("b", 1)], _site));

        HasTest(alone).Should().BeTrue();
        HasTest(either).Should().BeTrue();
        HasTest(RedundantGuards.Without(new All([test, new Either([Leaf("a", 1), Leaf("b", 1)], _site)], _site))).Should().BeTrue();
    }

    private static Gen<Condition> Parts() =>
        Gen.Select(Gen.Int[0, _members.Length - 1], Gen.Int[0, 2]).Select((member, kind) => kind == 0 ? Test(_members[member]) : Leaf(_members[member], kind));

    // x != null && x == v, or x == null || x != v.
    private static Gen<Condition> Guarded() => Gen.Select(Gen.Int[0, _members.Length - 1], Gen.Int[1, 2], Gen.Bool).Select((member, value, positive) =>
        positive
            ? (Condition)new All([Test(_members[member]), Leaf(_members[member], value)], _site)
            : new Either([new Negation(Test(_members[member]), _site), new Negation(Leaf(_members[member], value), _site)], _site));

    private static Condition Test(string member) => new Presence(Path(member), 0, _site);

    private static Condition Leaf(string member, int value) =>
        new Leaf(new ComparisonFilter(FilterOperator.Equals, member, new NumberValue($"{value}")), Path(member), _field, isNeverNull: false, _site);

    private static MemberPath Path(string member) => new([.. member.Split('.').Select(name => new PathSegment(SegmentKind.Attribute, name, name))]);

    private static IEnumerable<int?[]> Worlds()
    {
        int?[] values = [null, 1, 2];
        return from a in values from b in values from c in values from d in values where b is not null || c is null select new[] { a, b, c, d };
    }

    private static bool Holds(Condition condition, int?[] world) => condition switch
    {
        Constant constant => constant.Value,
        Presence presence => Value(presence.Path, world) is not null,
        Leaf leaf => Value(leaf.Path, world) is { } value && $"{value}" == ((NumberValue)leaf.Comparison.Value!).Digits,
        All all => all.Operands.All(operand => Holds(operand, world)),
        Either either => either.Operands.Any(operand => Holds(operand, world)),
        Negation negation => !Holds(negation.Operand, world),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static int? Value(MemberPath path, int?[] world) => world[Array.IndexOf(_members, path.WireName())];

    private static bool HasTest(Condition condition) => condition switch
    {
        Presence => true,
        All all => all.Operands.Any(HasTest),
        Either either => either.Operands.Any(HasTest),
        Negation negation => HasTest(negation.Operand),
        _ => false,
    };
}
