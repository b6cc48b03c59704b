using System.Linq.Expressions;
using CsCheck;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Parsing;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Plans;

/// <summary>A query that is answered by a plan becomes exactly what it becomes without one, whatever it captures.</summary>
public sealed class PlanEqualityTests(EmulatedAccount account) : QueryTests(account)
{
    private readonly KlaviyoContext _overview = new(new KlaviyoOptions { ApiKey = "pk_tests", Grammar = FilterGrammar.Overview2022 });

    [Fact]
    public void Every_pattern_becomes_the_same_with_a_plan_for_any_captured_values()
    {
        int[] hits = new int[CapturingQueries.All.Count];
        CapturedSamples.Any.Sample(
            captives =>
            {
                foreach (KlaviyoContext klaviyo in (KlaviyoContext[])[Klaviyo, _overview])
                {
                    for (int i = 0; i < hits.Length; i++)
                    {
                        IQueryable query = CapturingQueries.All[i](klaviyo, captives);
                        if (klaviyo == Klaviyo && Translations.HasPlan(query))
                            hits[i]++;
                        string without = Translations.Unplanned(query);
                        Translations.Planned(query).Should().Be(without, "of query {0}", i);
                        Translations.Planned(CapturingQueries.All[i](klaviyo, captives)).Should().Be(without, "of query {0}, once more", i);
                        if (klaviyo == Klaviyo && Translations.ByPlan(query) is { } found)
                            found.Request.Should().Be(found.Address, "a run has the literals of the address, in query {0}", i);
                    }
                }
            },
            iter: 400,
            threads: 1);

        hits.Count(number => number > 50).Should().BeGreaterThan(25, "plans are there to be used: {0}", string.Join(" ", hits));
    }

    [Fact]
    public void Random_predicates_become_the_same_with_a_plan()
    {
        int hits = 0;
        RandomPredicates predicates = new(Data);
        Gen.Select(predicates.Published, predicates.Overview).Sample(
            (published, overview) =>
            {
                hits += Translations.HasPlan(Klaviyo.Profiles.Where(published)) ? 1 : 0;
                Same(Klaviyo.Profiles.Where(published));
                Same(Klaviyo.Profiles.Where(overview));
                Same(_overview.Profiles.Where(overview));
            },
            iter: 1_500,
            threads: 1);
        hits.Should().BeGreaterThan(300);
    }

    [Fact]
    public void Any_query_translates_to_the_same_with_a_plan() =>
        Gen.Int.Array[40].Sample(
            dice =>
            {
                ParameterExpression p = Expression.Parameter(typeof(Profile), "x");
                Same(Klaviyo.Profiles.Where(Expression.Lambda<Func<Profile, bool>>(new ExpressionDice(dice, p).Condition(4), p)));
                ParameterExpression e = Expression.Parameter(typeof(Event), "e");
                Expression drawn = new ExpressionDice(dice, e).Any(4);
                Same(Klaviyo.Events.Select(Expression.Lambda<Func<Event, object>>(Expression.Convert(drawn.Type.IsByRefLike ? e : drawn, typeof(object)), e)));
            },
            iter: 3_000,
            threads: 1);

    [Fact]
    public void Many_threads_at_once_get_what_each_would_get_alone()
    {
        CapturedSamples[] captives = [.. Enumerable.Range(0, 40).Select(i => CapturedSamples.Any.Single())];
        string[] expected = [.. captives.SelectMany(values => CapturingQueries.All.Select(query => Translations.Unplanned(query(Klaviyo, values))))];
        string[] planned = new string[expected.Length];
        for (int round = 0; round < 3; round++)
        {
            Parallel.For(
                0, expected.Length,
                i =>
                    planned[i] = Translations.Planned(CapturingQueries.All[i % CapturingQueries.All.Count](Klaviyo, captives[i / CapturingQueries.All.Count])));
            planned.Should().Equal(expected);
        }
    }

    private static void Same(IQueryable query)
    {
        string without = Translations.Unplanned(query);
        Translations.Planned(query).Should().Be(without, "of {0}", query.Expression);
        Translations.Planned(query).Should().Be(without, "once more, of {0}", query.Expression);
    }
}
