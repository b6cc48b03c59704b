using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Law: <c>Explain</c> shows exactly the requests that a command sends, and sends nothing.</summary>
public sealed class ExplainLawTests
{
    /// <summary>Commands that read before they write: Explain shows what does not depend on the answer.</summary>
    private static readonly string[] _reading = ["update_profile"];

    public static TheoryData<string> Operations =>
        [.. WriteCases.All.Where(@case => !@case.IsSampled && !_reading.Contains(@case.Operation)).Select(@case => @case.Operation)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Explain_shows_the_request_that_is_sent(string operation)
    {
        await using WriteWorld world = await WriteWorld.StartAsync();
        WriteCase @case = WriteCases.Of(operation);
        OperationFacts facts = WriteCases.Facts(operation);
        AccountState before = AccountState.Of(world);

        KlaviyoCommandExplanation plan = facts.IsClient
            ? world.Client.Explain(() => @case.RunAsync(world))
            : world.Klaviyo.Explain(() => @case.RunAsync(world));

        world.Sent.All.Should().BeEmpty();
        AccountState.Of(world).Counts.Should().BeEquivalentTo(before.Counts);
        KlaviyoPlannedRequest planned = plan.Requests.Should().ContainSingle().Which;
        planned.Scopes.Should().BeEquivalentTo(facts.Scopes);
        await @case.RunAsync(world);
        SentRequest sent = world.Sent.All.Should().ContainSingle(request => request.Method != "GET").Which;
        (planned.Method, planned.Path.Split('?')[0]).Should().Be((sent.Method, sent.Uri.Split('?')[0]));
        if (planned.Body is null)
            (sent.Body is null || facts is WriteFacts { IsForm: true }).Should().BeTrue();
        else
            JsonElement.DeepEquals(JsonElement.Parse(planned.Body), JsonElement.Parse(sent.Body!)).Should().BeTrue("{0} and {1}", planned.Body, sent.Body);
    }
}
