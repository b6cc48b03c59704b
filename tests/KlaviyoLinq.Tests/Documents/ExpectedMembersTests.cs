using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Tests.Documents;

/// <summary>
/// Tests that the readers' expectations (order of members, repeated relationships, repeated strings) only save time and never change the result.
/// </summary>
public sealed class ExpectedMembersTests
{
    private static readonly string?[] _texts = [null, "", "a", "Łódź", "a\"b\\c", "New York", "2026-07-01", new string('x', 33)];

    private static readonly Gen<JsonNode?> _scalar = Gen.OneOf(
        Gen.Int[0, _texts.Length - 1].Select(i => (JsonNode?)_texts[i]), Gen.Int.Select(number => (JsonNode?)number));

    private static readonly string[] _names =
        ["email", "first_name", "last_name", "title", "organization", "external_id", "locale", "image", "phone_number", "unknown", "emai", "emailx"];

    [Fact]
    public void Members_in_any_order_are_read_as_the_framework_reads_them() =>
        Gen.Select(Gen.Int[0, _names.Length - 1], _scalar).Array[0, 12].Array[1, 8].Select(Gen.Bool).Sample(
            (resources, isIndented) =>
            {
                JsonArray data = [];
                foreach ((int Name, JsonNode? Value)[] members in resources)
                {
                    JsonObject attributes = [];
                    foreach ((int name, JsonNode? value) in members)
                        attributes[_names[name]] = value?.DeepClone();
                    data.Add(new JsonObject { ["type"] = "profile", ["id"] = "P" + data.Count, ["attributes"] = attributes });
                }

                string document = new JsonObject { ["data"] = data }.ToJsonString(new() { WriteIndented = isIndented });
                IReadOnlyList<KlaviyoResource> read = DocumentReader.Read(Encoding.UTF8.GetBytes(document)).Resources;
                IReadOnlyList<KlaviyoResource> reduced = DocumentReader.Read(
                    Encoding.UTF8.GetBytes(document), [new Fieldset("profile", ["email", "location.city"])]).Resources;

                for (int i = 0; i < read.Count; i++)
                {
                    Profile profile = (Profile)read[i];
                    JsonObject attributes = data[i]!["attributes"]!.AsObject();
                    profile.Id.Should().Be("P" + i);
                    profile.Email.Should().Be(attributes["email"]?.ToString());
                    profile.FirstName.Should().Be(attributes["first_name"]?.ToString());
                    profile.LastName.Should().Be(attributes["last_name"]?.ToString());
                    profile.Title.Should().Be(attributes["title"]?.ToString());
                    profile.Organization.Should().Be(attributes["organization"]?.ToString());
                    profile.ExternalId.Should().Be(attributes["external_id"]?.ToString());
                    profile.PhoneNumber.Should().Be(attributes["phone_number"]?.ToString());
                    foreach (string name in _names.Except(["unknown", "emai", "emailx"]))
                        profile.WasReceived(name).Should().Be(attributes.ContainsKey(name));

                    Profile few = (Profile)reduced[i];
                    few.Email.Should().Be(profile.Email);
                    few.WasReceived("email").Should().Be(attributes.ContainsKey("email"));
                    few.FirstName.Should().BeNull();
                    few.WasReceived("first_name").Should().BeFalse();
                }
            },
            iter: 2_000);

    [Fact]
    public void Members_that_were_not_requested_must_be_well_formed_nevertheless() =>
        FluentActions.Invoking(
            () =>
                DocumentReader.Read(
                    """{"data":[{"type":"profile","id":"P","attributes":{"email":"a@example.com","title":tru}}]}"""u8, [new Fieldset("profile", ["email"])]))
            .Should().Throw<KlaviyoProtocolException>();

    [Fact]
    public void Members_that_were_not_requested_need_not_be_readable()
    {
        ResourcePage page = DocumentReader.Read(
            """{"data":[{"type":"profile","id":"P","attributes":{"email":"a@example.com","created":"yesterday"}}]}"""u8, [new Fieldset("profile", ["email"])]);
        ((Profile)page.Resources[0]).Email.Should().Be("a@example.com");
    }

    [Theory]
    [InlineData("A", "B")]
    [InlineData("A", "LONGER")]
    [InlineData("1", "2")]
    [InlineData("api", "lists")]
    [InlineData("a/b", "c/d")]
    [InlineData("q\\\"1", "q\\\"2")]
    public void Repeated_relationships_are_reported_as_if_each_had_been_read(string first, string second)
    {
        string document = $$"""{"data":[{{Resource(first)}},{{Resource(second)}},{{Resource(first)}}]}""";
        IReadOnlyList<KlaviyoResource> resources = DocumentReader.Read(Encoding.UTF8.GetBytes(document)).Resources;

        resources.Should().HaveCount(3);
        foreach (KlaviyoResource resource in resources)
        {
            KlaviyoResource alone = DocumentReader.Read(
                Encoding.UTF8.GetBytes($$"""{"data":{{Resource(resource.Id == resources[0].Id ? first : second)}}}""")).Resources[0];
            resource.Relationships["lists"].Self.Should().Be(alone.Relationships["lists"].Self).And.Contain("/api/v1/");
            resource.Relationships["lists"].Related.Should().Be(alone.Relationships["lists"].Related);
            resource.Relationships["segments"].State.Should().Be(RelationshipState.Empty);
        }

        static string Resource(string id) => """
            {"type":"profile","id":"ID","relationships":{"lists":{"links":{
            "self":"https://example.com/api/v1/profiles/ID/relationships/lists/","related":"https://example.com/api/v1/profiles/ID/lists/?of=ID"}},"segments":{"data":[]}}}
            """.Replace("ID", id, StringComparison.Ordinal);
    }
}
