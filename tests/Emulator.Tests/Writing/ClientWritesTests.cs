using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>Browsers and apps write by the company's public id.</summary>
public sealed class ClientWritesTests : AsynchronousAccount
{
    private const string Company = "?company_id=ABC123";

    [Fact]
    public async Task A_profile_is_created_and_updated_and_keeps_the_identifiers_that_it_has()
    {
        await Process("/client/profiles" + Company, Profile(""" "email":"ada@example.com","first_name":"A" """));
        await Process(
            "/client/profiles" + Company,
            Profile(""" "email":"ada@example.com","first_name":"Ada","external_id":"1" """, """ "patch_properties":{"append":{"tags":"a"}} """));
        await Process("/client/profiles" + Company, Profile(""" "external_id":"1","email":"other@example.com","phone_number":"+15005550006" """));

        JsonElement profile = Emulator.Resources("profile").Should().ContainSingle().Which.GetProperty("attributes");
        profile.GetProperty("email").GetString().Should().Be("ada@example.com", "a browser adds identifiers and replaces none");
        profile.GetProperty("phone_number").GetString().Should().Be("+15005550006");
        profile.GetProperty("first_name").GetString().Should().Be("Ada");
        profile.GetProperty("properties").GetRawText().Should().Be("""{"tags":["a"]}""");
    }

    [Fact]
    public Task A_profile_without_an_identifier_is_refused() =>
        Refuses("/client/profiles" + Company, Profile(""" "first_name":"Ada" """), "/data/attributes");

    [Fact]
    public async Task A_subscription_without_channels_is_to_marketing_on_each_channel_with_an_identifier()
    {
        Emulator.Add("""{"type":"list","id":"L1","attributes":{"opt_in_process":"single_opt_in"}}""");
        await Process("/client/subscriptions" + Company, Subscription(""" "email":"ada@example.com","first_name":"Ada" """));

        JsonElement profile = Emulator.Resources("profile").Should().ContainSingle().Which.GetProperty("attributes");
        profile.GetProperty("first_name").GetString().Should().Be("Ada");
        JsonElement subscriptions = profile.GetProperty("subscriptions");
        JsonElement email = subscriptions.GetProperty("email").GetProperty("marketing");
        (email.GetProperty("consent").GetString(), email.GetProperty("custom_method_detail").GetString()).Should().Be(("SUBSCRIBED", "Footer"));
        subscriptions.GetProperty("sms").ValueKind.Should().Be(JsonValueKind.Null);
        (await Ids("/api/lists/L1/profiles")).Should().ContainSingle();
    }

    [Fact]
    public async Task A_subscription_with_channels_is_to_these_alone()
    {
        Emulator.Add("""{"type":"list","id":"L1","attributes":{"opt_in_process":"single_opt_in"}}""");
        await Process("/client/subscriptions" + Company, Subscription(
            """ "email":"ada@example.com","phone_number":"+15005550006","subscriptions":{"sms":{"transactional":{"consent":"SUBSCRIBED"}}} """));

        JsonElement profile = Emulator.Resources("profile").Single().GetProperty("attributes");
        profile.GetProperty("email").GetString().Should().Be("ada@example.com");
        profile.GetProperty("subscriptions").GetProperty("email").ValueKind.Should().Be(JsonValueKind.Null);
        profile.GetProperty("subscriptions").GetProperty("sms").GetProperty("transactional").GetProperty("consent").GetString().Should().Be("SUBSCRIBED");
    }

    [Fact]
    public async Task A_subscription_needs_an_identifier_a_list_that_exists_and_no_time()
    {
        Emulator.Add("""{"type":"list","id":"L1","attributes":{"opt_in_process":"single_opt_in"}}""");
        await Refuses("/client/subscriptions" + Company, Subscription(""" "external_id":"1" """), "/data/attributes/profile/data/attributes");
        await Refuses("/client/subscriptions" + Company, Subscription(""" "email":"ada@example.com" """, "L9"), "/data/relationships/list/data/id");
        await Refuses(
            "/client/subscriptions" + Company,
            Subscription(""" "email":"ada@example.com","subscriptions":{"email":{"marketing":{"consent":"SUBSCRIBED","consented_at":"2020-01-01T00:00:00Z"}}} """),
            "/data/attributes/profile/data/attributes/subscriptions/email/marketing/consented_at");

        Emulator.Count("profile").Should().Be(0);
    }

    [Fact]
    public async Task A_push_token_is_registered_moves_to_another_profile_and_is_unregistered_by_its_owner()
    {
        await Process("/client/push-tokens" + Company, Token("push-token", "1"));
        await Process("/client/push-tokens" + Company, Token("push-token", "2"));
        JsonElement token = Emulator.Resources("push-token").Should().ContainSingle().Which;
        JsonElement owner = await Read($"/api/push-tokens/{token.GetProperty("id").GetString()}/profile");
        await Process("/client/push-token-unregister" + Company, Token("push-token-unregister", "1"));
        int afterAnother = Emulator.Count("push-token");
        await Process("/client/push-token-unregister" + Company, Token("push-token-unregister", "2"));

        (token.GetProperty("attributes").GetProperty("enablement_status").GetString(), token.GetProperty("attributes").GetProperty("background").GetString())
            .Should().Be(("AUTHORIZED", "AVAILABLE"));
        owner.GetProperty("attributes").GetProperty("external_id").GetString().Should().Be("2");
        afterAnother.Should().Be(1, "a token that is another profile's by now stays");
        Emulator.Count("push-token").Should().Be(0);
        HasNoDanglingLinks();
    }

    [Fact]
    public async Task A_review_is_pending_and_belongs_to_the_item_of_the_catalog()
    {
        Emulator.Add("""
            {"type":"catalog-item","id":"$shopify:::$default:::I1","attributes":{"external_id":"I1","title":"Boot","url":"https://example.com/boot"}}
            """);
        await Process("/client/reviews" + Company, Review(
            """ "review_type":"review","rating":4,"title":"Fits","product":{"external_id":"I1","integration_key":"shopify"},"images":["https://example.com/1.png"] """));
        await Process("/client/reviews" + Company, Review(""" "review_type":"question","rating":4 """));

        JsonElement review = (await Read("/api/reviews?filter=equals(status,\"pending\")")).EnumerateArray()
            .Single(row => row.GetProperty("attributes").GetProperty("review_type").GetString() == "review");
        JsonElement attributes = review.GetProperty("attributes");
        attributes.GetProperty("rating").GetInt32().Should().Be(4);
        attributes.GetProperty("verified").GetBoolean().Should().BeFalse();
        attributes.GetProperty("product").GetProperty("name").GetString().Should().Be("Boot");
        attributes.GetProperty("images").GetRawText().Should().Be("""["https://example.com/1.png"]""");
        (await Ids("/api/reviews?filter=equals(item.id,\"$shopify:::$default:::I1\")")).Should().ContainSingle();
        JsonElement question = Emulator.Resources("review").Single(r => r.GetProperty("attributes").GetProperty("review_type").GetString() == "question");
        question.GetProperty("attributes").GetProperty("rating").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public Task A_review_with_a_bad_address_is_refused() => Refuses(
        "/client/reviews" + Company, Review(""" "review_type":"store" """).Replace("ada@example.com", "ada"), "/data/attributes/email");

    private static string Profile(string attributes, string meta = "") =>
        "{\"data\":{\"type\":\"profile\",\"attributes\":{" + attributes + "}" + (meta.Length > 0 ? ",\"meta\":{" + meta + "}" : "") + "}}";

    private static string Subscription(string attributes, string list = "L1") =>
        "{\"data\":{\"type\":\"subscription\",\"attributes\":{\"custom_source\":\"Footer\",\"profile\":{\"data\":{\"type\":\"profile\",\"attributes\":{"
        + attributes + "}}}},\"relationships\":{\"list\":{\"data\":{\"type\":\"list\",\"id\":\"" + list + "\"}}}}}";

    private static string Token(string type, string person) =>
        "{\"data\":{\"type\":\"" + type + "\",\"attributes\":{\"token\":\"t1\",\"platform\":\"ios\",\"vendor\":\"apns\","
        + "\"profile\":{\"data\":{\"type\":\"profile\","
        + "\"attributes\":{\"external_id\":\"" + person + "\"}}}}}}";

    private static string Review(string attributes) =>
        "{\"data\":{\"type\":\"review\",\"attributes\":{" + attributes + ",\"email\":\"ada@example.com\",\"author\":\"Ada\",\"content\":\"Good\"}}}";
}
