using System.Buffers;
using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Cases.Generated;
using KlaviyoLinq.Conformance.Tests.Node;
using KlaviyoLinq.Documents.Writing;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>
/// Law: after a command a query finds the account as LINQ to Objects makes it from the account before and the body, and nothing else has changed.
/// </summary>
public sealed class EffectTests
{
    private static readonly Dictionary<string, OperationCase> _routes = Operations.All.ToDictionary(route => route.Operation);

    // Stamps of the time, and what the account states of other resources.
    private static readonly string[] _computed = ["updated", "updated_at", "version", "current_version"];

    public static TheoryData<string> TypedOperations => [.. WriteCases.All.Where(@case => !@case.IsSampled).Select(@case => @case.Operation)];

    public static TheoryData<string> SampledOperations => [.. WriteCases.All.Where(@case => @case.IsSampled).Select(@case => @case.Operation)];

    [Theory]
    [MemberData(nameof(TypedOperations))]
    public async Task A_query_finds_what_the_command_has_done_and_nothing_else(string operation) => await Judge(operation);

    [DocumentTheory]
    [MemberData(nameof(SampledOperations))]
    public async Task A_query_finds_what_the_command_with_a_resource_of_the_document_has_done_and_nothing_else(string operation) => await Judge(operation);

    private static async Task Judge(string operation)
    {
        await using WriteWorld world = await WriteWorld.StartAsync();
        WriteCase @case = WriteCases.Of(operation);
        AccountState before = AccountState.Of(world);

        await @case.RunAsync(world);

        AccountState after = AccountState.Of(world);
        SentRequest sent = world.Sent.All.Last(request => request.Method != "GET");
        JsonElement body = sent.Body is null || WriteCases.IsForm(operation) ? default : JsonElement.Parse(sent.Body);
        if (@case.ThenAsync is { } then)
            await then(world, before, after);
        else if (WriteCases.Facts(operation) is WriteFacts facts)
            await (facts.Family switch
            {
                WriteFamily.Create or WriteFamily.Upsert => Created(world, facts, body, before, after),
                WriteFamily.Update => Updated(world, facts, body, before, after),
                WriteFamily.Delete => Deleted(world, facts, sent, before, after),
                WriteFamily.RelationshipAdd or WriteFamily.RelationshipReplace or WriteFamily.RelationshipRemove =>
                    Linked(world, facts, sent, body, before, after),
                _ => throw new InvalidOperationException($"{operation} has no statement of its effect."),
            });
    }

    private static async Task Created(WriteWorld world, WriteFacts facts, JsonElement body, AccountState before, AccountState after)
    {
        string type = facts.ResourceType!;
        (string Type, string Id)[] added = [.. after.Except(before).Where(key => key.Type == type)];
        added.Should().ContainSingle();
        before.Except(after).Should().BeEmpty();
        after.ChangedSince(before).Should().BeEmpty();
        await Holds(world, facts, added[0].Id, body);
    }

    private static async Task Updated(WriteWorld world, WriteFacts facts, JsonElement body, AccountState before, AccountState after)
    {
        string id = body.GetProperty("data").GetProperty("id").GetString()!;
        after.Except(before).Should().BeEmpty();
        before.Except(after).Should().BeEmpty();
        after.ChangedSince(before).Should().BeSubsetOf([(facts.ResourceType!, id)]);
        HashSet<string> assigned = [.. Attributes(body).EnumerateObject().Select(attribute => attribute.Name)];
        if (body.GetProperty("data").TryGetProperty("meta", out _))
            assigned.Add("properties");
        JsonElement former = before.Find(facts.ResourceType!, id)!.Value.GetProperty("attributes");
        foreach (JsonProperty attribute in after.Find(facts.ResourceType!, id)!.Value.GetProperty("attributes").EnumerateObject())
            if (!assigned.Contains(attribute.Name) && !_computed.Contains(attribute.Name))
                JsonElement.DeepEquals(attribute.Value, former.GetProperty(attribute.Name)).Should().BeTrue("{0} was not assigned", attribute.Name);
        await Holds(world, facts, id, body);
    }

    private static async Task Deleted(WriteWorld world, WriteFacts facts, SentRequest sent, AccountState before, AccountState after)
    {
        string type = KlaviyoCatalogue.Newest.FindRead(facts.Path)!.ResourceType;
        string id = Uri.UnescapeDataString(sent.Uri.Split('/')[^1]);
        before.Except(after).Should().Contain((type, id)).And.OnlyContain(key => key.Type != type || key.Id == id);
        after.Except(before).Should().BeEmpty();
        after.ChangedSince(before).Should().BeEmpty();
        (await Read(world, type, id)).Should().BeNull();
    }

    private static async Task Linked(WriteWorld world, WriteFacts facts, SentRequest sent, JsonElement body, AccountState before, AccountState after)
    {
        string[] path = sent.Uri.Split('/');
        string parent = Uri.UnescapeDataString(path[3]);
        ReadFacts read = KlaviyoCatalogue.Newest.FindRead(facts.Path)!;
        JsonElement data = body.GetProperty("data");
        string[] ids = data.ValueKind == JsonValueKind.Array
            ? [.. data.EnumerateArray().Select(identifier => identifier.GetProperty("id").GetString()!)]
            : [data.GetProperty("id").GetString()!];
        IReadOnlyList<string> former = before.Related(read.ParentType!, parent, read.Relationship!);
        IEnumerable<string> expected = facts.Family switch
        {
            WriteFamily.RelationshipAdd => former.Union(ids),
            WriteFamily.RelationshipRemove => former.Except(ids),
            _ when facts.Id.EndsWith("schema_relationship", StringComparison.Ordinal) => former,
            _ => ids,
        };

        List<object> rows = await _routes[read.Id].Query(new Contexts(world.Klaviyo, world.Client), parent).ToListAsync();

        rows.Should().BeEquivalentTo(expected);
        after.Except(before).Should().BeEmpty();
        before.Except(after).Should().BeEmpty();
        after.ChangedSince(before).Should().BeEmpty();
    }

    /// <summary>Reads the resource through a query, and compares each attribute that can be read with the one that was sent.</summary>
    private static async Task Holds(WriteWorld world, WriteFacts facts, string id, JsonElement body)
    {
        KlaviyoResource resource = (await Read(world, facts.ResourceType!, id))!;
        JsonElement written = Attributes(Written(resource, facts));
        int compared = 0;
        foreach (JsonProperty attribute in Attributes(body).EnumerateObject())
            if (resource.WasReceived(attribute.Name) && written.TryGetProperty(attribute.Name, out JsonElement value))
            {
                Contents.Contains(value, attribute.Value).Should().BeTrue("{0} is {1} and was sent as {2}", attribute.Name, value, attribute.Value);
                compared++;
            }
        (compared > 0 || !Attributes(body).EnumerateObject().Any()).Should().BeTrue("of {0} something can be read", body);
    }

    private static async Task<KlaviyoResource?> Read(WriteWorld world, string type, string id)
    {
        ReadFacts facts = KlaviyoCatalogue.Newest.FindSingle(type)!;
        return (KlaviyoResource?)await _routes[facts.Id].Query(new Contexts(world.Klaviyo, world.Client), id).FirstOrDefaultAsync();
    }

    private static JsonElement Written(KlaviyoResource resource, WriteFacts facts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WritePropertyName("data");
        ResourceBody.Write(json, resource, facts, resource.Id, isNew: true);
        json.WriteEndObject();
        json.Flush();
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static JsonElement Attributes(JsonElement body) =>
        body.GetProperty("data").TryGetProperty("attributes", out JsonElement attributes) ? attributes : JsonElement.Parse("{}");
}
