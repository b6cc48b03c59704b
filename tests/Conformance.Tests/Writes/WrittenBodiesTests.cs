using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Node;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Documents.Writing;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Resources write what the official document says a body is, down through every component and alternative.</summary>
public sealed class WrittenBodiesTests
{
    private static readonly WriteFamily[] _families = [WriteFamily.Create, WriteFamily.Update, WriteFamily.Upsert];

    [DocumentFact]
    public async Task A_resource_that_is_read_from_a_body_writes_the_same_body()
    {
        List<string> different = [];
        int compared = 0;
        foreach (SampleBody sample in await SampleBodies.All)
        {
            if (KlaviyoCatalogue.Newest.Operations.First(facts => facts.Id == sample.Operation) is not WriteFacts operation
                || !_families.Contains(operation.Family)
                || operation.IsClient)
                continue;
            JsonNode body = JsonNode.Parse(sample.Json.GetRawText())!;
            var data = (JsonObject)body["data"]!;
            data["id"] ??= "id";
            KlaviyoResource resource = DocumentReader.Read(Encoding.UTF8.GetBytes(body.ToJsonString())).Resources[0];
            resource.Should().NotBeOfType<UnknownResource>(sample.Operation);

            JsonObject written = Attributes(Write(resource, operation));

            JsonObject expected = Expected((JsonObject?)data["attributes"] ?? [], resource);
            compared++;
            if (!JsonNode.DeepEquals(written, expected))
                different.Add($"{sample.Operation}\n  expected {expected.ToJsonString()}\n  written  {written.ToJsonString()}");
        }

        string.Join('\n', different.Take(3)).Should().BeEmpty("{0} bodies differ", different.Count);
        compared.Should().BeGreaterThan(200);
    }

    private static byte[] Write(KlaviyoResource resource, WriteFacts operation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, MemberWriter.Options);
        ResourceBody.Write(json, resource, operation, "id", isNew: true);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static JsonObject Attributes(byte[] resource) => (JsonObject?)JsonNode.Parse(resource)!["attributes"] ?? [];

    // What answers never hold is not read: write-only members, and resources within attributes.
    private static JsonObject Expected(JsonObject attributes, KlaviyoResource resource)
    {
        foreach (string name in attributes.Select(member => member.Key).ToArray())
        {
            if (!resource.WasReceived(name))
                attributes.Remove(name);
        }

        return (JsonObject)Normalized(attributes)!;
    }

    // A copy, whose parts have no other parent.
    private static JsonNode? Normalized(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Normalized(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Normalized)]),
        null => null,
        _ => node.DeepClone(),
    };
}
