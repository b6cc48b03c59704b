using System.Text;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Documents;

public sealed class FailurePlaceTests
{
    [Theory]
    [InlineData(
        """{"data":[{"type":"tag","id":"x"},{"type":"profile","id":"P","attributes":{"email":"e","location":{"city":"c","latitude":["jane"]}}}]}""",
        "$.data[1].attributes.location.latitude", "profile", "P")]
    [InlineData(
        """{"data":[{"attributes":{"location":{"latitude":{"jane":1}}},"id":"P","type":"profile"}]}""", "$.data[0].attributes.location.latitude",
        "profile", "P")]
    [InlineData("""{"data":{"type":"profile","attributes":{"created":"jane"},"id":17}}""", "$.data.attributes.created", "profile", "17")]
    [InlineData(
        """{"data":[],"included":[{"type":"profile","id":"P","attributes":{"created":["jane"]}}]}""", "$.included[0].attributes.created", "profile", "P")]
    [InlineData("""{"data":[{"type":"profile","id":"P","attributes":[]}]}""", "$.data[0].attributes", "profile", "P")]
    [InlineData("""{"data":[{"type":"event","id":"E","attributes":{"event_properties":"jane"}}]}""", "$.data[0].attributes.event_properties", "event", "E")]
    [InlineData(
        """{"data":[{"type":"event","id":"E","relationships":{"profile":{"data":{"type":"profile","id":["jane"]}}}}]}""",
        "$.data[0].relationships.profile.data.id", "event", "E")]
    [InlineData(
        """{"data":[{"type":"event","id":"E","relationships":{"attributions":{"data":[{"type":"attribution","id":"1"},5]}}}]}""",
        "$.data[0].relationships.attributions.data[1]", "event", "E")]
    [InlineData(
        """{"data":[{"type":"event","id":"E","relationships":{"attributions":{"data":[{"type":"attribution"}]}}}]}""",
        "$.data[0].relationships.attributions.data[0]", "event", "E")]
    [InlineData("""{"data":[{"type":"event","id":"E","relationships":{"a b":5}}]}""", "$.data[0].relationships['a b']", "event", "E")]
    [InlineData("""{"data":[{"type":"profile","id":"P"},{"id":"Q"}]}""", "$.data[1]", null, null)]
    [InlineData("""{"data":[{"type":7,"id":"Q"}]}""", "$.data[0]", null, null)]
    [InlineData("""{"data":[{"type":"profile"}]}""", "$.data[0]", null, null)]
    [InlineData("""{"data":[null]}""", "$.data[0]", null, null)]
    [InlineData("""{"data":"jane"}""", "$.data", null, null)]
    [InlineData("""{"data":[],"included":{}}""", "$.included", null, null)]
    [InlineData("""{"data":[],"links":[]}""", "$.links", null, null)]
    [InlineData("""{"data":[{"type":"profile","id":"P","attributes":{"created":"jane"},"broken":""", "$.data[0].attributes.created", "profile", "P")]
    public void A_value_that_cannot_be_read_is_named_by_its_place(string document, string path, string? type, string? id)
    {
        KlaviyoMaterializationException failure = FluentActions.Invoking(() => DocumentReader.Read(Encoding.UTF8.GetBytes(document)))
            .Should().ThrowExactly<KlaviyoMaterializationException>().Which;

        (failure.JsonPath, failure.ResourceType, failure.ResourceId).Should().Be((path, type, id));
        failure.Message.Should().Contain($"at {path}").And.NotContain("jane");
        if (id is not null)
            failure.Message.Should().Contain($"of the {type} with id '{id}'");
    }

    [Fact]
    public async Task The_pages_before_an_unreadable_value_are_returned()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            Answers.PageBefore("c1", "A"),
            """{"data":[{"type":"profile","id":"B","attributes":{"created":"jane"}}]}""");
        List<string> read = [];

        KlaviyoMaterializationException failure = await Runs.FailureAsync<KlaviyoMaterializationException>(Runs.Options(server.Address), read: read);

        read.Should().Equal("A");
        (failure.ResourceId, failure.Operation, failure.Page, failure.ItemsYielded).Should().Be(("B", "get_profiles", 2, 1));
        failure.Message.Should().Contain("$.data[0].attributes.created").And.Contain("get_profiles, page 2");
    }
}
