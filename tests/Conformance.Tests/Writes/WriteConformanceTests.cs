using System.Text.Json;
using System.Text.Json.Nodes;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Node;
using KlaviyoLinq.Conformance.Tests.Validation;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Every command sends what the official document says its operation takes, and the emulator carries it out.</summary>
public sealed class WriteConformanceTests
{
    public static TheoryData<string> Operations => [.. WriteCases.All.Where(@case => !@case.IsSampled).Select(@case => @case.Operation)];

    public static TheoryData<string> SampledOperations => [.. WriteCases.All.Where(@case => @case.IsSampled).Select(@case => @case.Operation)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_command_sends_one_request_of_its_operation_and_is_carried_out(string operation) => await Judge(operation);

    [DocumentTheory]
    [MemberData(nameof(SampledOperations))]
    public async Task Every_command_with_a_resource_of_the_document_sends_one_request_and_is_carried_out(string operation) => await Judge(operation);

    private static async Task Judge(string operation)
    {
        await using WriteWorld world = await WriteWorld.StartAsync();

        await WriteCases.Of(operation).RunAsync(world);

        OperationFacts facts = WriteCases.Facts(operation);
        SentRequest sent = world.Sent.All.Should().ContainSingle(request => request.Method != "GET").Which;
        sent.Method.Should().Be(facts.Method);
        Matches(facts.Path, sent.Uri).Should().BeTrue(sent.Uri);
        sent.HasCredential.Should().Be(!facts.IsClient);
    }

    [DocumentFact]
    public async Task Every_body_conforms_to_the_official_document()
    {
        List<SampleBody> bodies = [];
        await using WriteWorld world = await WriteWorld.StartAsync();
        foreach (WriteCase @case in WriteCases.InOrder)
        {
            world.Sent.Clear();
            await @case.RunAsync(world);
            if (!WriteCases.IsForm(@case.Operation) && world.Sent.All.Last(request => request.Method != "GET").Body is { } body)
                bodies.Add(new SampleBody(@case.Operation, JsonElement.Parse(body)));
        }

        IReadOnlyList<string[]> faults = await SampleBodies.FaultsOf(bodies);

        bodies.Zip(faults).Where(pair => pair.Second.Length > 0).Select(pair => $"{pair.First.Operation}: {string.Join("; ", pair.Second)}").Should().BeEmpty();
    }

    [DocumentFact]
    public async Task A_validating_proxy_before_the_emulator_finds_no_violation_in_any_command()
    {
        JsonObject document = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(NodeClients.Document))!;
        AllowBoth(document);
        await using WriteWorld world = await WriteWorld.StartAsync();
        using Prism prism = await Prism.Start(document, world.Emulator.BaseAddress);
        world.Sent.By = prism.Address;
        List<string> violations = [];
        foreach (WriteCase @case in WriteCases.InOrder)
        {
            try
            {
                await @case.RunAsync(world);
            }
            catch (KlaviyoException failure)
            {
                violations.Add($"{@case.Operation}: {failure.Message} {failure.InnerException?.Message}");
            }
        }

        violations.Should().BeEmpty();
    }

    /// <summary>
    /// Lets the content of a message be either kind: of the content of e-mails and of SMS nothing is required, so every content is both, and "one of" has no
    /// answer that conforms.
    /// </summary>
    private static void AllowBoth(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject schema:
                if (schema["oneOf"] is JsonArray { Count: 2 } kinds
                    && kinds.All(kind => $"{kind?["$ref"]}".EndsWith("ContentSubObject", StringComparison.Ordinal)))
                {
                    schema.Remove("oneOf");
                    schema["anyOf"] = kinds;
                }

                foreach ((_, JsonNode? member) in schema)
                    AllowBoth(member);
                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                    AllowBoth(item);
                break;
        }
    }

    private static bool Matches(string template, string uri)
    {
        string[] expected = template.Split('/');
        string[] sent = uri.Split('?')[0].Split('/');
        return expected.Length == sent.Length && expected.Zip(sent).All(part => part.First == part.Second || part.First.StartsWith('{'));
    }
}
