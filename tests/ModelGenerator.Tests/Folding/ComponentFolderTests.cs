using KlaviyoLinq.ModelGenerator.Folding;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Tests.Folding;

public sealed class ComponentFolderTests
{
    [Fact]
    public void Equal_components_are_one_also_where_they_differ_only_in_components_that_are_equal()
    {
        IReadOnlyDictionary<string, string> names = ComponentFolder.Representatives(
        [
            Component("Padding", Text("top")),
            Component("Margin", Text("top")),
            Component("BoxStyles", Object("space", "Padding")),
            Component("TextStyles", Object("space", "Margin")),
        ]);
        names.Should().Contain("Padding", "Margin").And.Contain("TextStyles", "BoxStyles");
    }

    [Fact]
    public void Components_that_hold_themselves_are_compared_too()
    {
        IReadOnlyDictionary<string, string> names = ComponentFolder.Representatives(
        [
            Component("Step", Text("id"), Object("next", "Step")),
            Component("Stage", Text("id"), Object("next", "Stage")),
            Component("Step2", Text("number"), Object("next", "Step2")),
        ]);
        names["Stage"].Should().Be("Step");
        names["Step2"].Should().Be("Step2");
    }

    [Fact]
    public void A_difference_in_nullability_or_constants_keeps_components_apart() =>
        ComponentFolder.Representatives(
        [
            Component("A", Text("x")),
            Component("B", Text("x") with { Nullable = true }),
            Component("C", Text("x") with { Values = ["only"] }),
        ]).Should().OnlyContain(name => name.Key == name.Value);

    private static ComponentSpec Component(string name, params MemberSpec[] members) => new() { Name = name, Members = members };

    private static MemberSpec Text(string name) => new() { Name = name, Kind = MemberKind.String };

    private static MemberSpec Object(string name, string component) => new() { Name = name, Kind = MemberKind.Object, Component = component };
}
