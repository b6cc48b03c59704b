using System.Text;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;

namespace KlaviyoLinq.Tests.Values;

/// <summary>An alternative of a union that this version does not know keeps what all alternatives have, in whatever order its members come.</summary>
public sealed class UnknownAlternativeTests
{
    [Theory]
    [InlineData("""{"type":"geo","name":"utm_place","value":"here"}""")]
    [InlineData("""{"name":"utm_place","value":"here","type":"geo"}""")]
    [InlineData("""{"value":{"at":[1]},"name":"utm_place","type":"geo"}""")]
    public void A_tracking_parameter_of_an_unknown_type_has_its_name(string json)
    {
        Campaign campaign = (Campaign)Read("campaign", $$$"""{"tracking_options":{"custom_tracking_params":[{{{json}}}]}}""");

        CampaignTrackingParam parameter = campaign.TrackingOptions.CustomTrackingParams.Should().ContainSingle().Subject;
        (parameter.Name, parameter.Type.Value, parameter.WasReceived("name"), parameter.WasReceived("type")).Should().Be(("utm_place", "geo", true, true));
        parameter.Should().BeOfType<UnknownCampaignTrackingParam>().Which.Json.ToString().Should().Be(json);
    }

    [Fact]
    public void A_flow_action_of_an_unknown_type_has_its_id()
    {
        FlowAction action = (FlowAction)Read("flow-action", """{"definition":{"id":"A7","links":{"next":"A8"},"type":"teleport"}}""");

        (action.Definition.Id, action.Definition.WasReceived("id")).Should().Be(("A7", true));
        action.Definition.Should().BeOfType<UnknownFlowActionDefinition>().Which.Json.GetString("type").Should().Be("teleport");
    }

    [Fact]
    public void Members_that_an_unknown_alternative_writes_in_another_way_are_left_to_its_JSON()
    {
        FlowAction action = (FlowAction)Read("flow-action", """{"definition":{"id":{"of":"A7"},"type":"teleport"}}""");

        (action.Definition.Id, action.Definition.WasReceived("id")).Should().Be((null, false));
        action.Definition.Should().BeOfType<UnknownFlowActionDefinition>().Which.Json.GetMap("id")!.GetString("of").Should().Be("A7");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void Null_for_a_value_that_is_never_null_is_an_error_and_no_default(string json)
    {
        foreach (string member in (string[])["created_at", "archived"])
            FluentActions.Invoking(() => Read("campaign", $"{{\"{member}\":{json}}}"))
                .Should().Throw<KlaviyoMaterializationException>().Which.JsonPath.Should().Be("$.data.attributes." + member);
    }

    private static KlaviyoResource Read(string type, string attributes) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes($$$"""{"data":{"type":"{{{type}}}","id":"X","attributes":{{{attributes}}}}}""")).Resources[0];
}
