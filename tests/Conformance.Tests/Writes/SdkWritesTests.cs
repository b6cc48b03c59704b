using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Node;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Klaviyo's own SDK for Node sends the same bodies, and the emulator accepts them: tests/NodeClients/writes.mjs.</summary>
public sealed class SdkWritesTests
{
    /// <summary>Commands whose bodies version 23.0.0 cannot send: it throws for the parts of <c>meta.patch_properties</c>.</summary>
    private static readonly string[] _unable = ["update_profile"];

    [DocumentFact]
    public async Task The_official_SDK_sends_the_same_body_for_each_command_and_has_the_same_effect()
    {
        List<(string Operation, SentRequest Sent)> commands = [];

        foreach (WriteCase @case in WriteCases.InOrder.Where(@case => !_unable.Contains(@case.Operation)))
        {
            await using WriteWorld world = await WriteWorld.StartAsync();
            await @case.RunAsync(world);
            commands.Add((@case.Operation, world.Sent.All.Last(request => request.Method != "GET")));
        }

        await using WriteWorld account = await WriteWorld.StartAsync();
        JsonElement[] results = [.. (await SendAsync(account, commands)).EnumerateArray()];

        results.Should().HaveCount(commands.Count);

        // The SDK is one for servers: it has no method of /client that writes.
        commands.Zip(results).Where(pair => pair.Second.TryGetProperty("lacking", out _)).Select(pair => pair.First.Operation)
            .Should().BeEquivalentTo(ClientCases.All.Select(@case => @case.Operation));
        commands = [.. commands.Zip(results).Where(pair => !pair.Second.TryGetProperty("lacking", out _)).Select(pair => pair.First)];
        results = [.. results.Where(result => !result.TryGetProperty("lacking", out _))];
        foreach (((string operation, SentRequest sent), JsonElement result) in commands.Zip(results))
        {
            result.TryGetProperty("error", out JsonElement error).Should().BeFalse("{0}: {1}", operation, error);
            result.GetProperty("status").GetInt32().Should().BeInRange(200, 299, operation);
            result.GetProperty("path").GetString()!.Split('?')[0].Should().Be(sent.Uri.Split('?')[0]);
            if (sent.Body is { } body && !WriteCases.IsForm(operation))
                AreSame(JsonElement.Parse(body), JsonElement.Parse(result.GetProperty("body").GetString()!)).Should().BeTrue("{0}: {1}", operation, result);
        }

        foreach (((string operation, SentRequest sent), JsonElement result) in commands.Zip(results))
            if (result.TryGetProperty("read", out JsonElement read))
                Holds(read, JsonElement.Parse(sent.Body!)).Should().BeTrue("{0} sent {1}, and {2} was read", operation, sent.Body, read);
        account.Emulator.Resources("list").Where(list => list.GetProperty("id").GetString() != WriteWorld.Empty)
            .Select(list => list.GetProperty("attributes").GetProperty("name").GetString()).Should().Contain("VIPs");
    }

    private static async Task<JsonElement> SendAsync(WriteWorld account, IReadOnlyList<(string Operation, SentRequest Sent)> commands)
    {
        string image = Path.ChangeExtension(Path.GetTempFileName(), "gif");
        await File.WriteAllBytesAsync(image, "GIF89a-content"u8.ToArray());
        string plan = JsonSerializer.Serialize(
            new
            {
                address = account.Emulator.BaseAddress.ToString().TrimEnd('/'),
                key = "pk_tests",
                calls = commands.Select(command => new
                {
                    operation = command.Operation,
                    id = Id(WriteCases.Facts(command.Operation), command.Sent.Uri),
                    company = ConformanceTests.Company,
                    body = command.Sent.Body is { } body && !WriteCases.IsForm(command.Operation) ? JsonElement.Parse(body) : (JsonElement?)null,
                    file = WriteCases.IsForm(command.Operation) ? image : null,
                    read = WriteCases.Facts(command.Operation) is WriteFacts { Family: WriteFamily.Create or WriteFamily.Update, ResourceType: { } type }
                        ? KlaviyoCatalogue.Newest.FindSingle(type)?.Id
                        : null,
                }),
            },
            JsonSerializerOptions.Web);
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        await File.WriteAllTextAsync(file, plan);
        using NodeProgram program = NodeProgram.Start("writes.mjs", file);
        (int exitCode, string output, string errors) = await program.Finish();
        File.Delete(file);
        File.Delete(image);
        exitCode.Should().Be(0, errors);
        return JsonElement.Parse(output);
    }

    /// <summary>Indicates whether a resource has the attributes of a body that can be read.</summary>
    private static bool Holds(JsonElement read, JsonElement body) =>
        !body.GetProperty("data").TryGetProperty("attributes", out JsonElement sent) || sent.EnumerateObject().All(
            attribute => !read.GetProperty("attributes").TryGetProperty(attribute.Name, out JsonElement value) || Contents.Contains(value, attribute.Value));

    private static string? Id(OperationFacts facts, string uri)
    {
        string[] template = facts.Path.Split('/');
        int place = Array.FindIndex(template, part => part == "{id}");
        return place < 0 ? null : Uri.UnescapeDataString(uri.Split('?')[0].Split('/')[place]);
    }

    // The SDK writes moments with milliseconds.
    private static bool AreSame(JsonElement ours, JsonElement theirs) => ours.ValueKind switch
    {
        JsonValueKind.Object => ours.EnumerateObject().Count() == theirs.EnumerateObject().Count()
            && ours.EnumerateObject().All(member => theirs.TryGetProperty(member.Name, out JsonElement value) && AreSame(member.Value, value)),
        JsonValueKind.Array => ours.GetArrayLength() == theirs.GetArrayLength()
            && ours.EnumerateArray().Zip(theirs.EnumerateArray()).All(pair => AreSame(pair.First, pair.Second)),
        JsonValueKind.String when ours.TryGetDateTimeOffset(out DateTimeOffset moment) =>
            theirs.TryGetDateTimeOffset(out DateTimeOffset other) && moment == other,
        _ => JsonElement.DeepEquals(ours, theirs),
    };
}
