using System.Text.Json;
using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Tests.Facts;

public sealed class DistilledContentTests
{
    private readonly KlaviyoSpec _spec = RepositoryFacts.Corrected;

    [Fact]
    public void The_facts_hold_no_prose()
    {
        foreach (string revision in RepositoryFacts.Repository.Revisions)
        {
            using JsonDocument json = JsonDocument.Parse(RepositoryFacts.Repository.Read(Repository.SpecPathOf(revision))!);
            Strings(json.RootElement).Should().OnlyContain(text => text.Length <= 120 && text.Count(character => character == ' ') <= 5);
        }
    }

    [Fact]
    public void Writing_the_facts_and_reading_them_again_changes_nothing()
    {
        string json = RepositoryFacts.Repository.Read("spec/klaviyo-2026-07-15.json")!;
        SpecFile.Write(SpecFile.Parse(json)).Should().Be(json);
        json.Should().NotContain("\r");
    }

    [Fact]
    public void An_attribute_that_only_some_shapes_of_a_type_hold_is_not_required()
    {
        MemberSpec joined = Attribute("profile", "joined_group_at");
        joined.Kind.Should().Be(MemberKind.DateTime);
        joined.Required.Should().BeFalse();
        Attribute("list", "profile_count").Required.Should().BeFalse();
        Attribute("flow", "definition").Required.Should().BeFalse();
    }

    [Fact]
    public void Nullability_beside_a_reference_counts() => Attribute("profile", "location").Nullable.Should().BeTrue();

    [Fact]
    public void Coordinates_are_strings_or_numbers_and_the_times_of_a_metric_are_times()
    {
        MemberSpec[] coordinates = [.. _spec.Component("ProfileLocation").Members.Where(member => member.Name is "latitude" or "longitude")];
        coordinates.Should().HaveCount(2).And.OnlyContain(member => member.Kind == MemberKind.Scalar);
        Attribute("metric", "created").Kind.Should().Be(MemberKind.DateTime);
    }

    [Theory]
    [InlineData("/api/lists/{id}/profiles", "list", "profiles")]
    [InlineData("/api/events/{id}/relationships/metric", "event", "metric")]
    [InlineData("/api/profile-bulk-import-jobs/{id}/lists", "profile-bulk-import-job", "lists")]
    [InlineData("/api/profiles/{id}", null, null)]
    [InlineData("/api/profiles", null, null)]
    public void The_parent_of_a_related_path_is_known(string path, string? parent, string? relationship)
    {
        OperationSpec operation = _spec.Operations.Single(operation => operation.Path == path);
        operation.ParentType.Should().Be(parent);
        operation.Relationship.Should().Be(relationship);
    }

    [Fact]
    public void Rate_limits_that_depend_on_a_parameter_name_values_that_the_operation_takes()
    {
        var variants = from operation in _spec.Operations from variant in operation.RateLimitVariants select (operation, variant);
        variants.Should().HaveCount(6).And.OnlyContain(pair =>
            pair.operation.Includes.Any(include => pair.variant.Parameter == "include" && include.Relationship == pair.variant.Value)
            || pair.operation.AdditionalFields.Any(
                fields => pair.variant.Parameter == $"additional-fields[{fields.ResourceType}]" && fields.Members.Contains(pair.variant.Value)));
    }

    [Fact]
    public void Campaigns_require_their_channel_and_coupon_codes_their_coupon_or_profile() =>
        _spec.Operations.SelectMany(operation => operation.Filters.Where(filter => filter.Required).Select(filter => $"{operation.Path} {filter.Field}"))
            .Should().Equal("/api/campaigns messages.channel", "/api/coupon-codes coupon.id", "/api/coupon-codes profile.id");

    [DocumentFact]
    public void The_facts_of_every_revision_are_what_its_document_says()
    {
        foreach (string revision in RepositoryFacts.Repository.Revisions)
            GenerateCommand.Distil(RepositoryFacts.Repository, revision, Repository.DocumentOf(RepositoryFacts.Repository.DefaultDocuments, revision))
                .First().Value.Should().Be(RepositoryFacts.Repository.Read(Repository.SpecPathOf(revision)), "{0} is distilled", revision);
    }

    private MemberSpec Attribute(string type, string name) => _spec.Resource(type).Attributes.Single(member => member.Name == name);

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value).Append(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
