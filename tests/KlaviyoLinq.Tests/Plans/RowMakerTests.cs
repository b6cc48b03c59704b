using System.Linq.Expressions;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Shaping;

namespace KlaviyoLinq.Tests.Plans;

public sealed class RowMakerTests
{
    [Fact]
    public void A_projection_is_compiled_once_all_runs_together_have_made_rows_enough()
    {
        Expression<Func<Profile, string?>> lambda = p => p.Email;
        RowMaker<string?> rows = RowMaker<string?>.For(lambda, ModelMap.Empty);
        Profile profile = new() { Email = "jane@example.com" };
        for (int i = 1; i < 1_900; i++)
            rows.Make(profile, []).Should().Be("jane@example.com");
        rows.IsCompiled.Should().BeFalse();
        rows.Make(profile, []).Should().Be("jane@example.com");
        rows.IsCompiled.Should().BeTrue();
        rows.Make(profile, []).Should().Be("jane@example.com");
    }

    [Fact]
    public void Every_run_brings_along_what_it_captures()
    {
        ParameterExpression p = Expression.Parameter(typeof(Profile), "p");
        Expression captured = Expression.Convert(Expression.ArrayIndex(Projection.Captured, Expression.Constant(0)), typeof(string));
        Projection projection = new(Expression.Lambda(captured, p), ModelMap.Empty);
        projection.For<string>(["one"]).Shape(new Profile()).Should().Be("one");
        projection.For<string>(["two"]).Shape(new Profile()).Should().Be("two");
        projection.For<object>(["three"]).Shape(new Profile()).Should().Be("three", "rows may be asked for as a base type");
    }
}
