using System.Text.Json;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Tests.Commands;

public sealed class EventCommandsTests : CommandTests
{
    private static readonly DateTimeOffset _time = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public async Task An_event_is_sent_with_all_that_was_assigned()
    {
        await Klaviyo.Events.TrackAsync(new NewEvent("Placed Order")
        {
            Profile = new Profile { Email = "ada@example.com", FirstName = "Ada" },
            Value = 9.99m,
            ValueCurrency = "EUR",
            UniqueId = "order-1",
            Time = _time,
            Properties = { ["OrderId"] = "1" },
        });

        Wire.Last.Should().BeEquivalentTo(new { Method = "POST", Uri = "/api/events" });
        LastBodyIs("""
            {"data":{"type":"event","attributes":{"properties":{"OrderId":"1"},"time":"2026-03-04T05:06:07+00:00","value":9.99,"value_currency":"EUR","unique_id":"order-1",
            "metric":{"data":{"type":"metric","attributes":{"name":"Placed Order"}}},
            "profile":{"data":{"type":"profile","attributes":{"email":"ada@example.com","first_name":"Ada"}}}}}}
            """);
    }

    [Fact]
    public async Task An_event_that_is_sent_again_has_the_same_time_and_unique_id()
    {
        var placed = new NewEvent("Placed Order") { Profile = new Profile { Email = "ada@example.com" } };

        await Klaviyo.Events.TrackAsync(placed);
        string first = Wire.Last.Body!;
        await Klaviyo.Events.TrackAsync(placed);

        Wire.Last.Body.Should().Be(first);
        Guid.Parse(placed.UniqueId!).Version.Should().Be(7);
        placed.Time.Should().NotBeNull();
    }

    [Fact]
    public async Task Of_a_profile_that_was_read_only_the_id_and_what_changed_is_sent()
    {
        Profile ada = await Klaviyo.Profiles.FirstAsync();
        ada.Title = "Countess";

        await Klaviyo.Events.TrackAsync(new NewEvent("Visited") { Profile = ada, Time = _time, UniqueId = "u" });

        JsonElement profile = JsonElement.Parse(Wire.Last.Body!).GetProperty("data").GetProperty("attributes").GetProperty("profile").GetProperty("data");
        profile.GetRawText().Should().Be($$$"""{"type":"profile","id":"{{{ada.Id}}}","attributes":{"title":"Countess"}}""");
    }

    [Fact]
    public async Task An_event_without_a_profile_is_refused_before_anything_is_sent()
    {
        Func<Task> track = () => Klaviyo.Events.TrackAsync(new NewEvent("Visited"));

        await track.Should().ThrowAsync<KlaviyoCommandRefusedException>();
        Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public void Many_events_are_sent_in_requests_of_a_thousand_and_neighbours_of_one_profile_together()
    {
        var ada = new Profile { Email = "ada@example.com" };
        NewEvent[] events = [.. Enumerable.Range(0, 1_500).Select(i => new NewEvent("Visited") { Profile = ada, Time = _time, UniqueId = $"u{i}" })];

        IReadOnlyList<KlaviyoPlannedRequest> requests = Klaviyo.Explain(() => Klaviyo.Events.TrackAsync(events)).Requests;

        requests.Select(request => request.Path).Should().Equal("/api/event-bulk-create-jobs", "/api/event-bulk-create-jobs");
        JsonElement groups = JsonElement.Parse(requests[0].Body!)
            .GetProperty("data").GetProperty("attributes").GetProperty("events-bulk-create").GetProperty("data");
        groups.GetArrayLength().Should().Be(1);
        groups[0].GetProperty("attributes").GetProperty("events").GetProperty("data").GetArrayLength().Should().Be(1_000);
    }

    [Fact]
    public async Task A_few_events_are_one_request()
    {
        await Klaviyo.Events.TrackAsync(
        [
            new NewEvent("A") { Profile = new Profile { Email = "ada@example.com" }, Time = _time, UniqueId = "1" },
            new NewEvent("B") { Profile = new Profile { Email = "bob@example.com" }, Time = _time, UniqueId = "2", Backfill = true },
        ]);

        Wire.Sent.Should().ContainSingle();
        LastBodyIs("""
            {"data":{"type":"event-bulk-create-job","attributes":{"events-bulk-create":{"data":[
            {"type":"event-bulk-create","attributes":{"profile":{"data":{"type":"profile","attributes":{"email":"ada@example.com"}}},
            "events":{"data":[{"type":"event","attributes":{"properties":{},"time":"2026-03-04T05:06:07+00:00","unique_id":"1","metric":{"data":{"type":"metric","attributes":{"name":"A"}}}}}]}}},
            {"type":"event-bulk-create","attributes":{"backfill":true,"profile":{"data":{"type":"profile","attributes":{"email":"bob@example.com"}}},
            "events":{"data":[{"type":"event","attributes":{"properties":{},"time":"2026-03-04T05:06:07+00:00","unique_id":"2","metric":{"data":{"type":"metric","attributes":{"name":"B"}}}}}]}}}]}}}}
            """);
    }

    [Fact]
    public void A_profile_is_subscribed_to_the_stock_of_a_variant()
    {
        KlaviyoPlannedRequest request = Klaviyo.Explain(() => Klaviyo.CatalogVariants["V"]
            .SubscribeBackInStockAsync(new Profile { Email = "ada@example.com" }, KlaviyoChannels.Email | KlaviyoChannels.Sms)).Requests.Single();

        request.Should().BeEquivalentTo(new { Method = "POST", Path = "/api/back-in-stock-subscriptions" });
        request.Body.Should().Be("""
            {"data":{"type":"back-in-stock-subscription","attributes":{"channels":["EMAIL","SMS"],"profile":{"data":{"type":"profile","attributes":{"email":"ada@example.com"}}}},
            "relationships":{"variant":{"data":{"type":"catalog-variant","id":"V"}}}}}
            """.ReplaceLineEndings(""));
    }

    protected override void Configure(KlaviyoEmulatorOptions options) => options.Data.Profiles = 2;
}
