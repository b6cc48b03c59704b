using System.Text.Json;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Tests.Commands;

public sealed class ClientCommandsTests : IAsyncLifetime
{
    private const string Company = "ABC123";
    private static readonly DateTimeOffset _time = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private readonly RequestRecorder _wire = new();
    private KlaviyoEmulator _emulator = null!;
    private KlaviyoClientContext _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(options => options.CompanyId = Company);
        _client = new KlaviyoClientContext(Company, new KlaviyoOptions { BaseAddress = _emulator.BaseAddress, HttpMessageHandler = _wire });
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public Task An_event_is_tracked() => Sends(
        client => client.TrackAsync(new NewEvent("Visited") { Profile = new Profile { Email = "ada@example.com" }, Time = _time, UniqueId = "u" }),
        "/client/events",
        """
        {"data":{"type":"event","attributes":{"properties":{},"time":"2026-03-04T05:06:07+00:00","unique_id":"u","metric":{"data":{"type":"metric","attributes":{"name":"Visited"}}},
        "profile":{"data":{"type":"profile","attributes":{"email":"ada@example.com"}}}}}}
        """);

    [Fact]
    public Task Events_of_one_profile_are_tracked_together() => Sends(
        client => client.TrackAsync(new Profile { Email = "ada@example.com" }, [new NewEvent("Visited") { Time = _time, UniqueId = "u" }]),
        "/client/event-bulk-create",
        """
        {"data":{"type":"event-bulk-create","attributes":{"profile":{"data":{"type":"profile","attributes":{"email":"ada@example.com"}}},
        "events":{"data":[{"type":"event","attributes":{"properties":{},"time":"2026-03-04T05:06:07+00:00","unique_id":"u","metric":{"data":{"type":"metric","attributes":{"name":"Visited"}}}}}]}}}}
        """);

    [Fact]
    public Task A_profile_is_identified() => Sends(
        client => client.IdentifyAsync(new Profile { Email = "ada@example.com", FirstName = "Ada", Properties = { ["plan"] = "gold" } }), "/client/profiles",
        """{"data":{"type":"profile","attributes":{"email":"ada@example.com","first_name":"Ada","properties":{"plan":"gold"}}}}""");

    [Fact]
    public async Task A_profile_is_subscribed_to_a_list()
    {
        _emulator.Add("""{"type":"list","id":"L","attributes":{"name":"VIPs"}}""");
        await Sends(
            client => client.SubscribeAsync("L", new Profile { Email = "ada@example.com" }, new ConsentChange { Marketing = KlaviyoChannels.Email }, "Footer"),
            "/client/subscriptions",
            """
            {"data":{"type":"subscription","attributes":{"custom_source":"Footer","profile":{"data":{"type":"profile","attributes":{"email":"ada@example.com",
            "subscriptions":{"email":{"marketing":{"consent":"SUBSCRIBED"}}}}}}},"relationships":{"list":{"data":{"type":"list","id":"L"}}}}}
            """);
    }

    [Fact]
    public async Task Consent_with_an_identifier_of_its_own_is_refused()
    {
        Func<Task> subscribe = () => _client.SubscribeAsync("L", new Profile { Email = "ada@example.com" }, new ConsentChange { Email = "bob@example.com" });

        await subscribe.Should().ThrowAsync<ArgumentException>();
        _wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public Task A_push_token_is_registered() => Sends(
        client => client.RegisterPushTokenAsync(
            new PushToken { Token = "t", Platform = PushTokenPlatform.Ios, Vendor = "apns", Profile = new Profile { Email = "ada@example.com" } }),
        "/client/push-tokens",
        """{"data":{"type":"push-token","attributes":{"token":"t","platform":"ios","vendor":"apns","profile":{"data":{"type":"profile","attributes":{"email":"ada@example.com"}}}}}}""");

    [Fact]
    public Task A_push_token_is_unregistered() => Sends(
        client => client.UnregisterPushTokenAsync(
            new PushToken { Token = "t", Platform = PushTokenPlatform.Ios, Profile = new Profile { Email = "ada@example.com" } }),
        "/client/push-token-unregister",
        """{"data":{"type":"push-token-unregister","attributes":{"token":"t","platform":"ios","profile":{"data":{"type":"profile","attributes":{"email":"ada@example.com"}}}}}}""");

    [Fact]
    public async Task A_profile_is_subscribed_to_the_stock_of_a_variant()
    {
        _emulator.Add("""{"type":"catalog-variant","id":"$shopify:::$default:::1","attributes":{"external_id":"1"}}""");
        await Sends(
            client => client.SubscribeBackInStockAsync("$shopify:::$default:::1", new Profile { Email = "ada@example.com" }, KlaviyoChannels.Email),
            "/client/back-in-stock-subscriptions",
            """
            {"data":{"type":"back-in-stock-subscription","attributes":{"channels":["EMAIL"],"profile":{"data":{"type":"profile","attributes":{"email":"ada@example.com"}}}},
            "relationships":{"variant":{"data":{"type":"catalog-variant","id":"$shopify:::$default:::1"}}}}}
            """);
    }

    [Fact]
    public Task A_review_is_submitted() => Sends(
        client => client.CreateReviewAsync(new NewReview("review", "ada@example.com", "Ada", "Good")
        {
            Rating = 5,
            ProductExternalId = "1",
            ProductIntegrationKey = "shopify",
            CustomQuestions = new Dictionary<string, IReadOnlyList<string>> { ["q"] = ["yes"] },
        }),
        "/client/reviews",
        """
        {"data":{"type":"review","attributes":{"review_type":"review","email":"ada@example.com","author":"Ada","content":"Good",
        "product":{"external_id":"1","integration_key":"shopify"},"rating":5,"custom_questions":[{"id":"q","answers":["yes"]}]}}}
        """);

    private async Task Sends(Func<KlaviyoClientContext, Task> command, string path, string body)
    {
        await command(_client);

        _wire.Sent.Should().ContainSingle();
        _wire.Last.Should().BeEquivalentTo(new { Method = "POST", Uri = $"{path}?company_id={Company}" });
        JsonElement.DeepEquals(JsonElement.Parse(_wire.Last.Body!), JsonElement.Parse(body)).Should().BeTrue("the body is {0}", _wire.Last.Body);
        _emulator.Requests.Single().Status.Should().Be(202);
    }
}
