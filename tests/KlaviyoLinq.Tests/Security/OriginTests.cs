using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Security;

/// <summary>The key goes to the configured origin alone, whatever an answer says.</summary>
public sealed class OriginTests
{
    [Fact]
    public async Task Nothing_in_an_answer_sends_a_request_to_another_origin()
    {
        int connections = 0;
        await using var elsewhere = new RawServer(_ =>
        {
            Interlocked.Increment(ref connections);
            return Task.CompletedTask;
        });
        string address = $"http://127.0.0.1:{elsewhere.Port}";
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.Location = address;
            context.Response.Headers.Link = $"<{address}/api/profiles>; rel=\"next\"";
            context.Response.Headers.AltSvc = $"h2=\":{elsewhere.Port}\"; ma=60, h3=\":{elsewhere.Port}\"; ma=60";
            context.Response.Headers.ContentLocation = address;
            context.Response.Headers["Refresh"] = $"0; url={address}";
            return context.Response.WriteDocumentAsync(
                Document(
                    context.Request.Path.Value!.EndsWith("lists") ? "list" : "profile", address,
                    Interlocked.Increment(ref asked) < 3 ? $"{address}/api/profiles?page%5Bcursor%5D=c{asked}" : null));
        });
        await using var klaviyo = new KlaviyoContext(Runs.Options(server.Address));

        List<Profile> profiles = await klaviyo.Profiles.ToListAsync();
        await klaviyo.Entry(profiles[0]).Collection(p => p.Lists).LoadAsync();

        profiles.Should().HaveCount(3);
        server.Targets.Should().HaveCount(4).And.Contain("/api/profiles/P1/lists");
        server.Requests.Should().OnlyContain(request => request.Headers["Authorization"].EndsWith(Runs.Key));
        connections.Should().Be(0);
    }

    [Fact]
    public async Task A_resource_of_another_type_than_requested_is_refused()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            """{"data":[{"type":"profile","id":"P1"},{"type":"list","id":"L1"}],"links":{"next":null}}""");

        KlaviyoMaterializationException failure = await Runs.FailureAsync<KlaviyoMaterializationException>(Runs.Options(server.Address));

        (failure.JsonPath, failure.ResourceType, failure.ResourceId).Should().Be(("$.data[1].type", "list", "L1"));
        failure.Expected.Should().Contain("profile");
    }

    private static string Document(string type, string address, string? next) => $$$$"""
        {"data":[{"type":"{{{{type}}}}","id":"P1","attributes":{},"links":{"self":"{{{{address}}}}/api/profiles/P1/"},
          "relationships":{"lists":{"links":{"self":"{{{{address}}}}/a","related":"{{{{address}}}}/api/profiles/P1/lists/"} } } }],
         "links":{"self":"{{{{address}}}}","first":"{{{{address}}}}","last":"{{{{address}}}}","next":{{{{Link(next)}}}},"prev":"{{{{address}}}}","related":"{{{{address}}}}"}}
        """;

    private static string Link(string? link) => link is null ? "null" : $"\"{link}\"";
}
