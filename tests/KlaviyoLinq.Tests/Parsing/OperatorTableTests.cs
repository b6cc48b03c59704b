using System.Reflection;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Operators;
using KlaviyoLinq.Parsing.Trees;
using KlaviyoLinq.Rulings;

namespace KlaviyoLinq.Tests.Parsing;

public sealed class OperatorTableTests
{
    [Fact]
    public void Every_operator_of_the_library_has_one_entry()
    {
        string[] operators =
        [
            .. typeof(SitedOperators).GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(method => method.IsGenericMethodDefinition && method.Name != nameof(SitedOperators.At)).Select(method => method.Name).Distinct(),
        ];

        operators.Should().HaveCountGreaterThan(20).And.OnlyContain(name => OperatorTable.Find(name) != null);
        OperatorTable.All.Select(entry => entry.Name).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_entry_names_an_operator_that_exists()
    {
        HashSet<string> known = [.. typeof(SitedOperators)
            .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Concat(typeof(Queryable).GetMethods())
            .Select(method => method.Name)];

        OperatorTable.All.Should().OnlyContain(entry => known.Contains(entry.Name));
        OperatorTable.All.Where(entry => entry.Overload is not null || entry.Rewrite is not null)
            .Should().OnlyContain(
                entry => typeof(Queryable).GetMethods().Any(method => method.Name == entry.Name), "these columns are about Queryable's methods");
    }

    [Fact]
    public void Every_stage_but_those_without_a_counterpart_has_a_ruling()
    {
        Type[] stages = [.. typeof(Stage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Stage)))];

        stages.Where(stage => !StageRulings.Has(stage))
            .Should().BeEquivalentTo([typeof(SelectManyStage), typeof(UnknownStage)], "a route answers the one, and the other is refused");
    }
}
