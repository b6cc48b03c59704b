using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Modelling;

public sealed class ApiModelTests
{
    private readonly ApiModel _model = RepositoryFacts.Model;

    [Fact]
    public void Every_resource_type_has_one_class_with_all_its_attributes()
    {
        _model.Resources.Should().HaveCount(62);
        foreach (ResourceSpec resource in RepositoryFacts.Corrected.Resources)
            _model.Resource(resource.Type).OfRole(PropertyRole.Attribute).Select(property => property.WireName).Take(resource.Attributes.Count)
                .Should().Equal(resource.Attributes.Select(member => member.Name));
    }

    [Fact]
    public void Every_attribute_and_relationship_of_an_older_revision_has_a_property()
    {
        foreach (KlaviyoSpec spec in RepositoryFacts.Older)
        {
            foreach (ResourceSpec resource in spec.Resources)
            {
                ClassModel type = _model.Resource(resource.Type);
                resource.Attributes.Select(member => member.Name)
                    .Should().BeSubsetOf(type.Received.Select(property => property.WireName), "that is {0} at {1}", resource.Type, spec.Revision);
                resource.Relationships.Select(related => related.Name)
                    .Should()
                    .BeSubsetOf(
                        type.OfRole(PropertyRole.Relationship).Select(property => property.WireName), "that is {0} at {1}", resource.Type, spec.Revision);
            }
        }
    }

    [Fact]
    public void Types_are_called_differently_and_no_property_like_its_class()
    {
        ClassModel[] classes = [.. _model.Resources, .. _model.Components];
        classes.Select(type => type.Name)
            .Concat(_model.Enums.Select(type => type.Name)).Concat(_model.Unions.Select(union => union.Name)).Should().OnlyHaveUniqueItems();
        classes.Should().OnlyContain(type => type.Properties.All(property => property.Name != type.Name));
    }

    [Fact]
    public void No_class_has_more_members_than_can_be_tracked() =>
        _model.Resources.Concat(_model.Components).Max(type => type.Tracked.Count).Should().BeLessThanOrEqualTo(64);

    [Fact]
    public void A_class_with_more_members_than_that_fails_generation()
    {
        KlaviyoSpec spec = RepositoryFacts.Corrected;
        spec.Resource("tag").Attributes = [.. Enumerable.Range(0, 65).Select(index => new MemberSpec { Name = $"a{index}", Kind = MemberKind.String })];
        Action building = () => ModelBuilder.Build(spec, RepositoryFacts.Older, RepositoryFacts.Overrides, RepositoryFacts.Writes, RepositoryFacts.Evidence);
        building.Should().Throw<SpecificationException>().WithMessage("*Tag has 7? members*");
    }

    [Fact]
    public void A_filter_field_without_a_member_fails_generation()
    {
        KlaviyoSpec spec = RepositoryFacts.Corrected;
        OperationSpec tags = spec.Operation("get_tags");
        tags.Filters = [.. tags.Filters, new FilterSpec("mood", "string", [])];
        Action building = () => ModelBuilder.Build(spec, RepositoryFacts.Older, RepositoryFacts.Overrides, RepositoryFacts.Writes, RepositoryFacts.Evidence);
        building.Should().Throw<SpecificationException>().WithMessage("/api/tags filters by mood*");
    }

    [Theory]
    [InlineData("profile", "email", "string?", null)]
    [InlineData("campaign", "status", "CampaignStatus", null)]
    [InlineData("review", "verified", "bool", null)]
    [InlineData("review", "images", "IReadOnlyList<string>", "[]")]
    [InlineData("tag", "name", "string", "\"\"")]
    [InlineData("profile", "location", "ProfileLocation", null)]
    [InlineData("profile", "created", "DateTimeOffset?", null)]
    [InlineData("profile", "properties", "KlaviyoMap", null)]
    public void A_value_is_nullable_unless_every_shape_requires_it(string type, string attribute, string expected, string? initializer)
    {
        PropertyModel property = _model.Resource(type).Properties.Single(property => property.WireName == attribute);
        property.Type.Should().Be(expected);
        property.Initializer.Should().Be(initializer);
    }

    [Fact]
    public void Unions_that_share_an_alternative_share_their_base()
    {
        UnionModel[] bases = [.. _model.Unions.Where(union => union.Alternatives.Contains("BooleanFilter"))];
        bases.Should().ContainSingle().Which.Uses.Count.Should().BeGreaterThan(1);
        _model.Component("BooleanFilter").Base.Should().BeSameAs(bases[0]);
    }

    [Fact]
    public void Lists_of_the_worlds_time_zones_are_strings()
    {
        _model.Component("TimeDelayActionData").Properties.Single(property => property.WireName == "timezone").Type.Should().Be("string?");
        _model.Enums.Max(type => type.Values.Count).Should().BeLessThanOrEqualTo(EnumModel.MaximumValues);
    }

    [Fact]
    public void Every_override_gives_its_reason()
    {
        OverridesFile overrides = RepositoryFacts.Overrides;
        string[] reasons =
        [
            .. overrides.Members.Select(item => item.Reason), .. overrides.VirtualRelationships.Select(item => item.Reason),
            .. overrides.IdentifiersAlwaysSent.Select(item => item.Reason), .. overrides.RequiredFilters.Select(item => item.Reason),
            .. overrides.RateLimitVariants.Select(item => item.Reason), .. overrides.FilterPaths.Select(item => item.Reason),
            .. overrides.FilterOnly.Select(item => item.Reason), .. overrides.FilterSpellings.Select(item => item.Reason),
            .. overrides.ClassNames.Select(item => item.Reason),
            .. overrides.ClassPrefixes.Select(item => item.Reason), .. overrides.UnionNames.Select(item => item.Reason),
            .. overrides.EnumNames.Select(item => item.Reason), .. overrides.SetNames.Select(item => item.Reason),
        ];
        reasons.Should().HaveCountGreaterThan(100).And.OnlyContain(reason => reason.Length > 20);
    }

    [Fact]
    public void An_override_that_corrects_nothing_is_refused()
    {
        KlaviyoSpec spec = RepositoryFacts.Distilled;
        Action correcting = () =>
            SpecCorrector.Apply(
                spec, new OverridesFile { Members = [new MemberOverride("tag", "name", MemberKind.String, "It is one already.")] }, newest: true);
        correcting.Should().Throw<SpecificationException>().WithMessage("*stale*tag.name*");

        OverridesFile named = new() { ClassNames = [new NameOverride("Nothing", "Something", "It is not there.")] };
        Action building = () => ModelBuilder.Build(RepositoryFacts.Corrected, [], named, RepositoryFacts.Writes, RepositoryFacts.Evidence);
        building.Should().Throw<SpecificationException>().WithMessage("*stale*classNames*Nothing*");
    }
}
