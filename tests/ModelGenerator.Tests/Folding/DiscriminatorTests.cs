using KlaviyoLinq.ModelGenerator.Folding;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Tests.Folding;

public sealed class DiscriminatorTests
{
    [Fact]
    public void The_usual_member_is_preferred_among_equals() =>
        Discriminators.Find([Alternative(("kind", "a"), ("type", "a")), Alternative(("kind", "b"), ("type", "b"))]).Members.Should().Equal("type");

    [Fact]
    public void A_second_member_is_asked_where_the_first_leaves_some_alike()
    {
        ComponentSpec[] alternatives =
        [
            Alternative(("type", "date"), ("operator", "before|after")), Alternative(("type", "date"), ("operator", "between")),
            Alternative(("type", "string"))
        ];
        (string[] members, (int Left, int Right)[] alike) = Discriminators.Find(alternatives);
        members.Should().Equal("type", "operator");
        alike.Should().BeEmpty();
    }

    [Fact]
    public void Alternatives_that_cannot_be_distinguished_are_named() =>
        Discriminators.Find([Alternative(("type", "a|b")), Alternative(("type", "b|c"))]).Alike.Should().Equal((0, 1));

    [Fact]
    public void Such_alternatives_are_folded_into_one_object_that_requires_what_both_require()
    {
        ComponentSpec email = new() { Name = "Email", Members = [Text("subject") with { Required = true }, Text("id") with { Required = true }] };
        ComponentSpec sms = new() { Name = "Sms", Members = [Text("id") with { Required = true, Nullable = true }] };
        var folder = new UnionFolder([email, sms]);
        MemberSpec settled = folder.Settle([new MemberSpec { Name = "content", Kind = MemberKind.Union, Alternatives = ["Email", "Sms"] }]).Single();
        settled.Kind.Should().Be(MemberKind.Object);
        ComponentSpec folded = folder.SettleComponents().Single(component => component.Name == settled.Component);
        folded.Members.Should().SatisfyRespectively(
            subject => subject.Required.Should().BeFalse(),
            id => id.Should().Match<MemberSpec>(member => member.Required && member.Nullable));
    }

    private static ComponentSpec Alternative(params (string Member, string Values)[] constants) => new()
    {
        Name = string.Join('-', constants),
        Members = [.. constants.Select(constant => Text(constant.Member) with { Values = constant.Values.Split('|') })],
    };

    private static MemberSpec Text(string name) => new() { Name = name, Kind = MemberKind.String };
}
