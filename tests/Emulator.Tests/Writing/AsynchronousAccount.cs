using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>An empty account on a clock that stands still, whose accepted work takes four minutes.</summary>
public abstract class AsynchronousAccount : IAsyncLifetime
{
    protected static readonly TimeSpan ProcessingTime = TimeSpan.FromMinutes(4);

    private EmulatorClient _client = null!;

    protected EmulatorClock Clock { get; } = EmulatorClock.Standing(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));

    protected KlaviyoEmulator Emulator { get; private set; } = null!;

    protected virtual Strictness Strictness => Strictness.Documented;

    public async Task InitializeAsync()
    {
        Emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data = DataSize.Empty;
            options.TimeProvider = Clock;
            options.ProcessingTime = ProcessingTime;
            options.Strictness = Strictness;
        });
        _client = new EmulatorClient(Emulator);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await Emulator.DisposeAsync();
    }

    internal Task<Answer> Post(string path, string json) => _client.Send("POST", path, json);

    internal async Task<JsonElement> Read(string path)
    {
        Answer answer = await _client.Get(path);
        answer.Status.Should().Be(HttpStatusCode.OK, "{0} answered {1}", path, answer.Body);
        return answer.Body.GetProperty("data");
    }

    internal Task<List<string>> Ids(string path) => _client.Ids(path);

    /// <summary>Sends what is accepted without a body, and waits until it is processed.</summary>
    protected async Task Process(string path, string json)
    {
        Answer answer = await Post(path, json);
        answer.Status.Should().Be(HttpStatusCode.Accepted, "{0}", answer.Body);
        Clock.Advance(ProcessingTime);
    }

    /// <summary>Starts a job, and returns its attributes when it is complete, and its path.</summary>
    protected async Task<(JsonElement Attributes, string Path)> Complete(string type, string json)
    {
        Answer answer = await Post($"/api/{type}s", json);
        answer.Status.Should().Be(HttpStatusCode.Accepted, "{0}", answer.Body);
        string path = $"/api/{type}s/{answer.Body.GetProperty("data").GetProperty("id").GetString()}";
        Clock.Advance(ProcessingTime);
        JsonElement attributes = (await Read(path)).GetProperty("attributes");
        attributes.GetProperty("status").GetString().Should().Be("complete");
        return (attributes, path);
    }

    /// <summary>Requires that a request is refused with 400 and a pointer.</summary>
    protected async Task Refuses(string path, string json, string pointer)
    {
        Answer answer = await Post(path, json);
        answer.Status.Should().Be(HttpStatusCode.BadRequest, "{0}", answer.Body);
        PointerOf(answer).Should().Be(pointer);
        Clock.Advance(ProcessingTime);
    }

    internal static string? PointerOf(Answer answer) => answer.Error.GetProperty("source").GetProperty("pointer").GetString();

    protected void AddProfile(string id, string attributes) =>
        Emulator.Add($$$$$$$"""{"type":"profile","id":"{{{{{{{id}}}}}}}","attributes":{{{{{{{{attributes}}}}}}}}}""");

    protected JsonElement Attributes(string type, string id) =>
        Emulator.Resources(type).Single(resource => resource.GetProperty("id").GetString() == id).GetProperty("attributes");

    protected static IReadOnlyList<string?> Related(JsonElement resource, string relationship)
    {
        JsonElement data = resource.GetProperty("relationships").GetProperty(relationship).GetProperty("data");
        return data.ValueKind switch
        {
            JsonValueKind.Array => [.. data.EnumerateArray().Select(item => item.GetProperty("id").GetString())],
            JsonValueKind.Object => [data.GetProperty("id").GetString()],
            _ => [],
        };
    }

    /// <summary>Requires that every relationship of the account leads to a resource.</summary>
    protected void HasNoDanglingLinks()
    {
        string[] types = ["profile", "event", "list", "segment", "push-token", "conversation", "coupon-code", "profile-bulk-import-job", "review"];
        foreach (string type in types)
            foreach (JsonElement resource in Emulator.Resources(type))
                foreach (JsonProperty relationship in resource.GetProperty("relationships").EnumerateObject())
                    if (relationship.Value.GetProperty("data") is { ValueKind: JsonValueKind.Array or JsonValueKind.Object } data)
                        foreach (JsonElement link in data.ValueKind == JsonValueKind.Array ? data.EnumerateArray().ToArray() : [data])
                            Emulator.DefaultAccount.Contains(link.GetProperty("type").GetString()!, link.GetProperty("id").GetString()!)
                                .Should().BeTrue("{0} {1}.{2} leads to {3}", type, resource.GetProperty("id"), relationship.Name, link);
    }
}
