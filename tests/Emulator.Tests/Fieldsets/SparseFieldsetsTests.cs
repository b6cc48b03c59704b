using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Fieldsets;

public sealed class SparseFieldsetsTests : IAsyncLifetime
{
    private KlaviyoEmulator _emulator = null!;
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);
        _client = new EmulatorClient(_emulator);
        _emulator.Add(
            """
            {"type":"profile","id":"P1","attributes":{"title":"T","email":"a@example.com","unheard_of":1.50,"location":{"city":"Bonn","zip":"53111","latitude":50},
            "properties":{"x":1e2,"ü":"\u00fc"},"subscriptions":{"email":{"marketing":{"consent":"SUBSCRIBED","method":null,"suppression":[{"reason":"A","timestamp":"2025-01-01"}]},"open_tracking":null},"sms":null},
            "predictive_analytics":{"total_clv":3.0}}}
            """);
        _emulator.Add("""{"type":"list","id":"L1","attributes":{"name":"n"},"relationships":{"profiles":{"data":[{"type":"profile","id":"P1","meta":{"joined_group_at":"2025-05-05T05:05:05Z"}}]}}}""");
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/profiles", """{"title":"T","email":"a@example.com","unheard_of":1.50,"location":{"city":"Bonn","zip":"53111","latitude":50},"properties":{"x":1e2,"ü":"ü"}}""")]
    [InlineData("/api/profiles?fields[profile]=email,title", """{"email":"a@example.com","title":"T"}""")]
    [InlineData("/api/profiles?fields[profile]=id", "{}")]
    [InlineData("/api/profiles?fields[profile]=first_name", "{}")]
    [InlineData("/api/profiles?fields[profile]=location.latitude,location.city", """{"location":{"city":"Bonn","latitude":50}}""")]
    [InlineData("/api/profiles?fields[profile]=location.city,location", """{"location":{"city":"Bonn","zip":"53111","latitude":50}}""")]
    [InlineData("/api/profiles?fields[profile]=subscriptions", "{}")]
    [InlineData(
        "/api/profiles?fields[profile]=subscriptions.email.marketing.consent&additional-fields[profile]=subscriptions",
        """{"subscriptions":{"email":{"marketing":{"consent":"SUBSCRIBED"}}}}""")]
    [InlineData("/api/profiles?fields[profile]=email&additional-fields[profile]=subscriptions", """{"email":"a@example.com"}""")]
    [InlineData(
        "/api/profiles?fields[profile]=predictive_analytics.total_clv&additional-fields[profile]=predictive_analytics",
        """{"predictive_analytics":{"total_clv":3.0}}""")]
    [InlineData("/api/lists/L1/profiles?fields[profile]=joined_group_at", """{"joined_group_at":"2025-05-05T05:05:05+00:00"}""")]
    public async Task Attributes_are_the_requested_ones_and_their_text_survives(string request, string attributes) =>
        (await _client.Get(request)).Body.GetProperty("data")[0].GetProperty("attributes").GetRawText().Should().Be(attributes);

    [Fact]
    public async Task Each_of_many_different_fieldsets_is_answered_as_requested()
    {
        string[] fields = ["email", "title", "first_name", "last_name", "locale", "organization", "external_id", "image", "created", "updated"];
        foreach (string[] asked in Enumerable.Range(0, 1 << fields.Length)
                .Where(i => i % 3 == 1).Select(i => fields.Where((_, bit) => (i >> bit & 1) == 1).ToArray()))
        {
            JsonElement attributes = (await _client.Get("/api/profiles?fields[profile]=" + string.Join(',', asked))).Body.GetProperty("data")[0]
                .GetProperty("attributes");
            attributes.EnumerateObject().Select(a => a.Name).Should().BeEquivalentTo(asked.Intersect(["email", "title"]));
        }
    }

    [Fact]
    public async Task The_same_fieldset_of_two_operations_shows_what_each_of_them_shows()
    {
        const string Fields = "?fields[profile]=email,joined_group_at";

        (await _client.Get("/api/lists/L1/profiles" + Fields)).Body.GetProperty("data")[0].GetProperty("attributes").GetRawText()
            .Should().Be("""{"email":"a@example.com","joined_group_at":"2025-05-05T05:05:05+00:00"}""");
        (await _client.Get("/api/profiles" + Fields)).Status.Should().Be(System.Net.HttpStatusCode.BadRequest);
        (await _client.Get("/api/profiles?fields[profile]=email")).Body.GetProperty("data")[0].GetProperty("attributes").GetRawText()
            .Should().Be("""{"email":"a@example.com"}""");
    }

    [Fact]
    public async Task Fields_on_demand_follow_the_fields_that_are_always_present()
    {
        JsonElement attributes = (await _client.Get("/api/profiles?additional-fields[profile]=predictive_analytics")).Body.GetProperty("data")[0]
            .GetProperty("attributes");

        attributes.EnumerateObject().Select(a => a.Name).Should().Equal("title", "email", "unheard_of", "location", "properties", "predictive_analytics");
    }

    [Fact]
    public async Task Members_of_a_list_state_when_they_joined()
    {
        JsonElement attributes = (await _client.Get("/api/lists/L1/profiles")).Body.GetProperty("data")[0].GetProperty("attributes");

        attributes.GetProperty("joined_group_at").GetString().Should().Be("2025-05-05T05:05:05+00:00");
    }

    [Fact]
    public async Task The_number_of_members_is_counted_when_requested()
    {
        JsonElement asked = (await _client.Get("/api/lists/L1?additional-fields[list]=profile_count")).Body.GetProperty("data").GetProperty("attributes");
        JsonElement unasked = (await _client.Get("/api/lists/L1")).Body.GetProperty("data").GetProperty("attributes");

        asked.GetProperty("profile_count").GetInt32().Should().Be(1);
        unasked.TryGetProperty("profile_count", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Id_type_relationships_and_links_stay()
    {
        JsonElement profile = (await _client.Get("/api/profiles?fields[profile]=email")).Body.GetProperty("data")[0];

        profile.EnumerateObject().Select(m => m.Name).Should().Equal("type", "id", "attributes", "relationships", "links");
        profile.GetProperty("links").GetProperty("self").GetString().Should().Be(_emulator.BaseAddress + "api/profiles/P1/");
        profile.GetProperty("relationships").GetProperty("lists").GetRawText().Should().Be(
            $$"""{"links":{"self":"{{_emulator.BaseAddress}}api/profiles/P1/relationships/lists/","related":"{{_emulator.BaseAddress}}api/profiles/P1/lists/"}""" + "}");
    }
}
