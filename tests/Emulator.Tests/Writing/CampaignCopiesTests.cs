using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>A copy of a campaign has copies of its messages and of their templates.</summary>
public sealed class CampaignCopiesTests : WriteTests
{
    [Theory]
    [InlineData("""{"new_name":"Winter"}""", "Winter")]
    [InlineData("""{"new_name":null}""", "Copy of Autumn")]
    [InlineData("{}", "Copy of Autumn")]
    public async Task A_copy_is_a_draft_with_messages_and_templates_of_its_own(string attributes, string name)
    {
        Add();

        Answer answer = await Sends("POST", "/api/campaign-clone", Clone("C", attributes), HttpStatusCode.Created);

        JsonElement copy = answer.Body.GetProperty("data").GetProperty("attributes");
        (copy.GetProperty("name").GetString(), copy.GetProperty("status").GetString()).Should().Be((name, "Draft"));
        copy.GetProperty("send_time").ValueKind.Should().Be(JsonValueKind.Null);
        copy.GetProperty("created_at").GetString().Should().Be("2026-09-01T12:00:00+00:00");
        copy.GetProperty("audiences").GetRawText().Should().Be("""{"included":["L"],"excluded":[]}""");
        string message = (await Client.Ids($"/api/campaigns/{Id(answer)}/campaign-messages")).Should().ContainSingle().Which;
        message.Should().NotBe("M");
        (await Read($"/api/campaign-messages/{message}")).GetProperty("definition").GetProperty("label").GetString().Should().Be("A");
        JsonElement template = (await Client.Get($"/api/campaign-messages/{message}/template")).Body.GetProperty("data");
        template.GetProperty("id").GetString().Should().NotBe("T");
        template.GetProperty("attributes").GetProperty("html").GetString().Should().Be("<p>Leaves</p>");
        (await Client.Get($"/api/campaign-messages/{message}/image")).Body.GetProperty("data").GetProperty("id").GetString().Should().Be("7");
    }

    [Fact]
    public async Task The_original_is_unchanged()
    {
        Add();
        string before = (await Read("/api/campaigns/C")).GetRawText();

        await Sends("POST", "/api/campaign-clone", Clone("C", "{}"), HttpStatusCode.Created);

        (await Read("/api/campaigns/C")).GetRawText().Should().Be(before);
        (await Client.Ids("/api/campaigns/C/campaign-messages")).Should().Equal("M");
    }

    [Fact]
    public async Task A_campaign_that_does_not_exist_is_not_copied()
    {
        await IsRefused("POST", "/api/campaign-clone", Clone("X", "{}"), HttpStatusCode.NotFound, "/data/id");
        Emulator.Count("campaign").Should().Be(0);
    }

    [Fact]
    public async Task A_template_is_assigned_as_a_copy_and_each_assignment_makes_another()
    {
        Add();
        Emulator.Add("""{"type":"template","id":"N","attributes":{"name":"New","html":"<p>Snow</p>"}}""");

        await Assign("M", "N", HttpStatusCode.OK);
        string first = await TemplateOfMessage();
        Answer answer = await Assign("M", "N", HttpStatusCode.OK);
        string second = await TemplateOfMessage();

        Id(answer).Should().Be("M");
        new[] { "T", "N", first, second }.Should().OnlyHaveUniqueItems();
        Emulator.Resources("template").Select(template => template.GetProperty("id").GetString()).Should().BeEquivalentTo("T", "N", first, second);
        (await Read($"/api/templates/{second}")).GetProperty("html").GetString().Should().Be("<p>Snow</p>");
        await Sends(
            "PATCH", "/api/templates/N", """{"data":{"type":"template","id":"N","attributes":{"html":"<p>Rain</p>"}}}""", HttpStatusCode.OK);
        (await Read($"/api/templates/{second}")).GetProperty("html").GetString().Should().Be("<p>Snow</p>");
    }

    [Fact]
    public async Task A_message_and_a_template_that_do_not_exist_are_refused()
    {
        Add();

        await IsRefused("POST", "/api/campaign-message-assign-template", Assignment("X", "T"), HttpStatusCode.NotFound, "/data/id");
        await IsRefused(
            "POST", "/api/campaign-message-assign-template", Assignment("M", "X"), HttpStatusCode.NotFound, "/data/relationships/template/data/id");

        (await TemplateOfMessage()).Should().Be("T");
    }

    private void Add() => Emulator.Seed(
        """
        [{"type":"campaign","id":"C","attributes":{"name":"Autumn","status":"Sent","archived":true,"send_time":"2026-08-01T00:00:00+00:00",
           "audiences":{"included":["L"],"excluded":[]}},
          "relationships":{"campaign-messages":{"data":[{"type":"campaign-message","id":"M"}]}}},
         {"type":"campaign-message","id":"M","attributes":{"definition":{"channel":"email","label":"A"}},
          "relationships":{"template":{"data":{"type":"template","id":"T"}},"image":{"data":{"type":"image","id":"7"}}}},
         {"type":"image","id":"7","attributes":{"name":"Leaf"}},
         {"type":"template","id":"T","attributes":{"name":"Leaves","html":"<p>Leaves</p>"}}]
        """);

    private async Task<string> TemplateOfMessage() =>
        (await Client.Get("/api/campaign-messages/M/template")).Body.GetProperty("data").GetProperty("id").GetString()!;

    private Task<Answer> Assign(string message, string template, HttpStatusCode status) =>
        Sends("POST", "/api/campaign-message-assign-template", Assignment(message, template), status);

    private static string Assignment(string message, string template) =>
        $$$$$$"""{"data":{"type":"campaign-message","id":"{{{{{{message}}}}}}","relationships":{"template":{"data":{"type":"template","id":"{{{{{{template}}}}}}"}}}}}""";

    private static string Clone(string id, string attributes) => $$$"""{"data":{"type":"campaign","id":"{{{id}}}","attributes":{{{attributes}}}}}""";
}
