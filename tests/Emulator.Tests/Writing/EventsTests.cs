using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>Events are recorded when they are processed: one for each key of a profile and metric.</summary>
public sealed class EventsTests : AsynchronousAccount
{
    [Fact]
    public async Task An_event_appears_with_its_profile_and_metric_when_its_processing_is_over()
    {
        Answer answer = await Post("/api/events", Event(
            """ "time":"2026-07-01T10:11:12.987Z","value":9.5,"value_currency":"EUR","unique_id":"order-1" """, properties: """{"Size":"M"}""", first: "Ada"));
        (int Events, int Profiles, int Metrics) atOnce = Counts();
        Clock.Advance(ProcessingTime);

        answer.Status.Should().Be(HttpStatusCode.Accepted);
        answer.Body.ValueKind.Should().Be(JsonValueKind.Undefined);
        atOnce.Should().Be((0, 0, 0));
        Counts().Should().Be((1, 1, 1));
        JsonElement recorded = (await Read("/api/events")).EnumerateArray().Single();
        JsonElement attributes = recorded.GetProperty("attributes");
        attributes.GetProperty("datetime").GetString().Should().Be("2026-07-01T10:11:12+00:00");
        attributes.GetProperty("timestamp").GetInt64().Should().Be(1782900672);
        Guid.TryParse(attributes.GetProperty("uuid").GetString(), out _).Should().BeTrue();
        attributes.GetProperty("event_properties").GetRawText()
            .Should().Be("""{"Size":"M","$value":9.5,"$value_currency":"EUR","$event_id":"order-1"}""");
        JsonElement profile = await Read($"/api/events/{recorded.GetProperty("id").GetString()}/profile");
        profile.GetProperty("attributes").GetProperty("first_name").GetString().Should().Be("Ada");
        profile.GetProperty("attributes").GetProperty("last_event_date").GetString().Should().Be("2026-07-01T10:11:12+00:00");
        JsonElement metric = await Read($"/api/events/{recorded.GetProperty("id").GetString()}/metric");
        metric.GetProperty("attributes").GetProperty("integration").GetProperty("name").GetString().Should().Be("API");
        (await Ids($"/api/events?filter=equals(metric_id,\"{metric.GetProperty("id").GetString()}\")")).Should().ContainSingle();
        (await Ids($"/api/events?filter=equals(profile_id,\"{profile.GetProperty("id").GetString()}\")")).Should().ContainSingle();
    }

    [Fact]
    public async Task A_unique_id_is_recorded_once_for_a_profile_and_metric()
    {
        await Process("/api/events", Event(""" "time":"2026-07-01T00:00:00Z","unique_id":"a" """, properties: """{"n":1}"""));
        await Process("/api/events", Event(""" "time":"2026-07-02T00:00:00Z","unique_id":"a" """, properties: """{"n":2}"""));
        await Process("/client/events?company_id=ABC123", Event(""" "time":"2026-07-03T00:00:00Z","unique_id":"a" """));
        await Process("/api/events", Event(""" "unique_id":"a" """, email: "bob@example.com"));
        await Process("/api/events", Event(""" "unique_id":"a" """, metric: "Refunded"));
        await Process("/api/events", Event(""" "unique_id":"A" """));

        Emulator.Count("event").Should().Be(4);
        Emulator.Resources("event")[0].GetProperty("attributes").GetProperty("event_properties").GetProperty("n").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Without_a_unique_id_the_second_of_the_time_is_the_key()
    {
        foreach (string time in (string[])["2026-07-01T00:00:00.1Z", "2026-07-01T00:00:00.9Z", "2026-07-01T02:00:00+02:00", "2026-07-01T00:00:01Z"])
            await Process("/api/events", Event($$""" "time":"{{time}}" """));

        Emulator.Resources("event").Select(e => e.GetProperty("attributes").GetProperty("datetime").GetString())
            .Should().Equal("2026-07-01T00:00:00+00:00", "2026-07-01T00:00:01+00:00");
    }

    [Fact]
    public async Task Without_a_time_the_arrival_counts_and_not_the_processing()
    {
        string arrival = Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss+00:00", System.Globalization.CultureInfo.InvariantCulture);
        await Post("/api/events", Event());
        await Process("/api/events", Event());
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Process("/api/events", Event());

        Emulator.Count("event").Should().Be(2, "two within a second are one");
        Emulator.Resources("event")[0].GetProperty("attributes").GetProperty("datetime").GetString().Should().Be(arrival);
    }

    [Fact]
    public async Task A_property_with_the_name_of_the_key_is_not_the_key()
    {
        await Process("/api/events", Event(""" "time":"2026-07-01T00:00:00Z" """, properties: """{"$event_id":"a"}"""));
        await Process("/api/events", Event(""" "time":"2026-07-01T00:00:01Z" """, properties: """{"$event_id":"a"}"""));

        Emulator.Count("event").Should().Be(2);
    }

    [Fact]
    public async Task The_name_of_a_metric_is_compared_with_its_case()
    {
        Emulator.Add("""{"type":"metric","id":"M1","attributes":{"name":"Placed Order","integration":{"name":"Shopify"}}}""");
        await Process("/api/events", Event(metric: "Placed Order"));
        await Process("/api/events", Event(metric: "placed order"));

        Emulator.Count("metric").Should().Be(2);
        Related(Emulator.Resources("event")[0], "metric").Should().Equal("M1");
    }

    [Fact]
    public async Task The_metric_of_the_API_is_preferred_to_one_of_the_same_name()
    {
        Emulator.Add("""{"type":"metric","id":"M1","attributes":{"name":"Placed Order","integration":{"name":"Shopify"}}}""");
        Emulator.Add("""{"type":"metric","id":"M2","attributes":{"name":"Placed Order","integration":{"name":"API"}}}""");
        await Process("/api/events", Event(metric: "Placed Order"));

        Related(Emulator.Resources("event")[0], "metric").Should().Equal("M2");
    }

    [Fact]
    public async Task An_event_updates_its_profile_and_takes_no_identifier_from_another_one()
    {
        AddProfile("P1", """ "email":"ada@example.com","external_id":"1","first_name":"A","properties":{"plan":"free","size":"M"} """);
        AddProfile("P2", """ "email":"bob@example.com","phone_number":"+15005550006" """);
        await Process("/api/events", Event(profile:
            """ "email":"ADA@example.com","phone_number":"+15005550006","external_id":"2","first_name":"Ada","properties":{"plan":"gold"} """));

        JsonElement ada = Attributes("profile", "P1");
        ada.GetProperty("first_name").GetString().Should().Be("Ada");
        ada.GetProperty("external_id").GetString().Should().Be("2");
        ada.GetProperty("properties").GetRawText().Should().Be("""{"plan":"gold","size":"M"}""");
        ada.TryGetProperty("phone_number", out _).Should().BeFalse("another profile has it");
        Emulator.Count("profile").Should().Be(2);
        Related(Emulator.Resources("event")[0], "profile").Should().Equal("P1");
    }

    [Fact]
    public async Task A_visitor_is_one_profile_and_is_known_by_an_email_address_later()
    {
        await Process("/client/events?company_id=ABC123", Event(profile: """ "anonymous_id":"v-1" """));
        await Process("/client/events?company_id=ABC123", Event(profile: """ "anonymous_id":"v-1","email":"ada@example.com" """));
        await Process("/api/events", Event());

        Emulator.Resources("profile").Should().ContainSingle().Which.GetProperty("attributes").GetProperty("email").GetString().Should().Be("ada@example.com");
        Emulator.Count("event").Should().Be(3);
    }

    [Theory]
    [InlineData(""" "time":"1989-12-31T23:59:59Z" """, "/data/attributes/time")]
    [InlineData(""" "time":"2027-08-01T12:00:01Z" """, "/data/attributes/time")]
    [InlineData(""" "time":"soon" """, "/data/attributes/time")]
    [InlineData(""" "value":"9.5" """, "/data/attributes/value")]
    [InlineData(""" "uniqueId":"a" """, "/data/attributes/uniqueId")]
    public Task An_event_outside_the_limits_is_refused_with_the_place(string attributes, string pointer) => Refuses("/api/events", Event(attributes), pointer);

    [Fact]
    public async Task A_time_one_year_ahead_is_accepted()
    {
        await Process("/api/events", Event(""" "time":"2027-08-01T12:00:00Z" """));

        Emulator.Count("event").Should().Be(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678")]
    public Task A_metric_name_is_neither_empty_nor_128_characters_long(string metric) =>
        Refuses("/api/events", Event(metric: metric), "/data/attributes/metric/data/attributes/name");

    [Fact]
    public async Task There_are_at_most_400_properties()
    {
        static string Properties(int count) => "{" + string.Join(',', Enumerable.Range(0, count).Select(i => $"\"p{i}\":0")) + "}";
        await Process("/api/events", Event(properties: Properties(400)));
        await Refuses("/api/events", Event(properties: Properties(401)), "/data/attributes/properties");

        Emulator.Count("event").Should().Be(1);
    }

    [Fact]
    public async Task A_string_has_at_most_100_kilobytes_at_any_depth()
    {
        await Process("/api/events", Event(properties: $$"""{"a":["{{new string('x', 100_000)}}"]}"""));
        await Refuses("/api/events", Event(properties: $$"""{"a":["b",{"c/d":"{{new string('é', 50_001)}}"}]}"""), "/data/attributes/properties/a/1/c~1d");

        Emulator.Count("event").Should().Be(1);
    }

    [Theory]
    [InlineData(""" "first_name":"Ada" """, "/data/attributes/profile/data/attributes")]
    [InlineData(""" "email":"ada" """, "/data/attributes/profile/data/attributes/email")]
    [InlineData(""" "phone_number":"0123" """, "/data/attributes/profile/data/attributes/phone_number")]
    [InlineData(""" "_kx":"kx.nowhere" """, "/data/attributes/profile/data/attributes/_kx")]
    public Task A_profile_without_a_usable_identifier_is_refused(string profile, string pointer) => Refuses("/api/events", Event(profile: profile), pointer);

    [Fact]
    public async Task The_id_of_a_profile_that_does_not_exist_is_not_found()
    {
        Answer answer = await Post("/api/events", Event().Replace("\"type\":\"profile\"", "\"type\":\"profile\",\"id\":\"P9\""));

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        PointerOf(answer).Should().Be("/data/attributes/profile/data/id");
    }

    [Fact]
    public async Task What_was_accepted_is_recorded_when_the_emulator_stops()
    {
        await Post("/api/events", Event());
        Emulator.Count("event").Should().Be(0);

        Emulator.DefaultAccount.FinishWork();

        Emulator.Count("event").Should().Be(1);
    }

    internal static string Event(
        string attributes = "", string metric = "Placed", string properties = "{}", string email = "ada@example.com", string? first = null,
        string? profile = null)
    {
        string person = profile ?? $"\"email\":\"{email}\"" + (first is null ? "" : $",\"first_name\":\"{first}\"");
        return $$$$$$$"""
            {"data":{"type":"event","attributes":{
              {{{{{{{(attributes.Length > 0 ? attributes + "," : "")}}}}}}}
              "properties":{{{{{{{properties}}}}}}},
              "metric":{"data":{"type":"metric","attributes":{"name":"{{{{{{{metric}}}}}}}"}}},
              "profile":{"data":{"type":"profile","attributes":{ {{{{{{{person}}}}}}} }}}}}}
            """;
    }

    private (int Events, int Profiles, int Metrics) Counts() => (Emulator.Count("event"), Emulator.Count("profile"), Emulator.Count("metric"));
}
