using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings;
using static KlaviyoLinq.Dialect.Tests.Written;

namespace KlaviyoLinq.Dialect.Tests.Rulings;

/// <summary>Judging is linear in the predicate: twice the tree takes about twice the memory, which is counted in place of the time.</summary>
public sealed class GrowthTests
{
    private const int Size = 400;

    private static readonly Dictionary<string, Func<int, Term>> _trees = new()
    {
        ["alternatives within conjunctions"] = size => Nested(size, i => i % 2 == 0 ? Or : And),
        ["alternatives to the right"] = size => Nested(size, _ => Or),
        ["conjunctions to the right"] = size => Nested(size, _ => And),
        ["alternatives to the left"] = size => Enumerable.Range(0, size).Select(Comparison).Aggregate(Or),
        ["conjunctions to the left"] = size => Enumerable.Range(0, size).Select(Comparison).Aggregate(And),
        ["alternatives of one field"] = size => Enumerable.Range(0, size).Select(i => (Term)Attribute("email").Is($"{i}")).Aggregate(Or),
        ["negations"] = size => Nested(size, i => (left, right) => new NotTerm(i % 2 == 0 ? Or(left, right) : And(left, right), "!…")),
        ["guards"] = size => Nested(size, i => (left, right) => i % 2 == 0 ? Or(And(Test(i), left), right) : And(Or(Test(i), left), right)),
        ["guards of alternatives"] = size => And(Test(0), Enumerable.Range(0, size).Select(i => (Term)Attribute("email").Is($"{i}")).Aggregate(Or)),
        ["unknown values of an enumeration"] = size => Attribute("status").In([.. Enumerable.Range(0, size).Select(i => (object)$"new {i}")]),
    };

    public static TheoryData<string, FilterGrammar> Cases
    {
        get
        {
            TheoryData<string, FilterGrammar> cases = [];
            foreach (string name in _trees.Keys)
            {
                cases.Add(name, FilterGrammar.Published);
                cases.Add(name, FilterGrammar.Overview2022);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Judging_grows_with_the_predicate(string tree, FilterGrammar grammar)
    {
        _ = Allocated(_trees[tree](Size), grammar);
        long once = Allocated(_trees[tree](Size), grammar);
        long twice = Allocated(_trees[tree](2 * Size), grammar);

        twice.Should().BeLessThan((long)(2.5 * once));
    }

    private static long Allocated(Term predicate, FilterGrammar grammar)
    {
        string path = predicate is ListContainsTerm ? "/api/campaigns" : "/api/profiles";
        Stage[] stages = [Where(predicate), new FanOutStage(Value(3), new Site("AllowFanOut", "3", KlaviyoCallSite.Unknown))];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Judge.Rule(new QueryForm(path, stages, TerminalKind.Sequence), KlaviyoCatalogue.Newest, grammar);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Term Nested(int size, Func<int, Func<Term, Term, Term>> join)
    {
        Term term = Comparison(0);
        for (int i = 1; i < size; i++)
            term = join(i)(Comparison(i), term);
        return term;
    }

    private static Term Comparison(int i) => (i % 3) switch
    {
        0 => Attribute("email").Is($"{i}"),
        1 => Attribute("external_id").Is($"{i}"),
        _ => Attribute("created").Compare(ComparisonKind.GreaterThan, DateTimeOffset.UnixEpoch.AddDays(i)),
    };

    private static Term Test(int i) => Attribute(i % 3 == 0 ? "email" : "external_id").Compare(ComparisonKind.NotEqual, null);

    private static Term Or(Term left, Term right) => new OrTerm(left, right, "… || …");

    private static Term And(Term left, Term right) => new AndTerm(left, right, "… && …");
}
