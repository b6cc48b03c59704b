using System.Linq.Expressions;
using CsCheck;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Parsing;

public sealed class PredicateFuzzTests(EmulatedAccount account) : QueryTests(account)
{
    [Fact]
    public void Any_query_over_a_profile_becomes_a_request_or_a_refusal_by_name() => Holds(Klaviyo.Profiles);

    [Fact]
    public void Any_query_over_an_event_becomes_a_request_or_a_refusal_by_name() => Holds(Klaviyo.Events);

    [Fact]
    public void Any_projection_becomes_a_request_or_a_refusal_by_name() =>
        Gen.Int.Array[40].Sample(
            dice =>
            {
                ParameterExpression p = Expression.Parameter(typeof(Event), "e");
                Expression drawn = new ExpressionDice(dice, p).Any(4);
                Expression body = Expression.Convert(drawn.Type.IsByRefLike ? p : drawn, typeof(object));
                return Judged(Klaviyo.Events.Select(Expression.Lambda<Func<Event, object>>(body, p)));
            },
            iter: 3_000);

    private static void Holds<T>(IKlaviyoQueryable<T> set) =>
        Gen.Int.Array[40].Sample(
            dice =>
            {
                ParameterExpression p = Expression.Parameter(typeof(T), "x");
                return Judged(set.Where(Expression.Lambda<Func<T, bool>>(new ExpressionDice(dice, p).Condition(4), p)));
            },
            iter: 5_000);

    // Code that is worked out beforehand may fail as the author's own code does, and then says which piece it was.
    private static bool Judged<T>(IKlaviyoQueryable<T> query)
    {
        try
        {
            return query.ToRequestUri().IsAbsoluteUri;
        }
        catch (UntranslatableQueryException refusal)
        {
            return refusal.Findings.All(finding => finding.Reason.Length > 0 && finding.Advice.Length > 0 && Enum.IsDefined(finding.Code));
        }
        catch (InvalidOperationException nothing) when (nothing.Message.StartsWith("The query sends no request", StringComparison.Ordinal))
        {
            return true;
        }
        catch (Exception own) when (own.Data.Contains("KlaviyoLinq.Expression"))
        {
            return !own.Message.Contains("reducible", StringComparison.Ordinal) && !own.Message.Contains("referenced from scope", StringComparison.Ordinal);
        }
    }
}
