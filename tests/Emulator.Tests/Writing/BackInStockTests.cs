using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>A subscription to the return of a variant is an event of the profile.</summary>
public sealed class BackInStockTests : AsynchronousAccount
{
    private const string Server = "/api/back-in-stock-subscriptions";
    private const string Client = "/client/back-in-stock-subscriptions?company_id=ABC123";
    private const string Variant = "$custom:::$default:::V1";

    [Theory]
    [InlineData(Server)]
    [InlineData(Client)]
    public async Task A_profile_is_created_with_an_event_that_names_the_variant(string path)
    {
        AddVariants();
        await Process(path, Body(""" "profile":{"data":{"type":"profile","attributes":{"email":"ada@example.com"}}}, """));

        JsonElement recorded = Emulator.Resources("event").Should().ContainSingle().Which;
        JsonElement properties = recorded.GetProperty("attributes").GetProperty("event_properties");
        properties.GetProperty("VariantId").GetString().Should().Be("V1");
        properties.GetProperty("ProductName").GetString().Should().Be("Boot");
        properties.GetProperty("Channels").GetRawText().Should().Be("""["EMAIL"]""");
        Emulator.Resources("metric").Single().GetProperty("attributes").GetProperty("name").GetString().Should().Be("Subscribed to Back in Stock");
        Emulator.Resources("profile").Single().GetProperty("attributes").GetProperty("email").GetString().Should().Be("ada@example.com");
        HasNoDanglingLinks();
    }

    [Fact]
    public async Task Two_variants_within_a_second_are_two_subscriptions()
    {
        AddVariants();
        string profile = """ "profile":{"data":{"type":"profile","attributes":{"email":"ada@example.com"}}}, """;
        await Post(Server, Body(profile));
        await Process(Server, Body(profile, "$custom:::$default:::V2"));

        Emulator.Count("event").Should().Be(2);
    }

    [Fact]
    public async Task A_variant_that_does_not_exist_is_not_found()
    {
        Answer answer = await Post(Server, Body(""" "profile":{"data":{"type":"profile","attributes":{"email":"ada@example.com"}}}, """));

        answer.Status.Should().Be(System.Net.HttpStatusCode.NotFound);
        PointerOf(answer).Should().Be("/data/relationships/variant/data/id");
    }

    [Theory]
    [InlineData("", "/data/attributes/profile")]
    [InlineData(""" "profile":null, """, "/data/attributes/profile")]
    [InlineData(""" "profile":{"data":{"type":"profile","attributes":{}}}, """, "/data/attributes/profile/data/attributes")]
    public async Task A_profile_with_an_identifier_is_required(string profile, string pointer)
    {
        AddVariants();
        await Refuses(Server, Body(profile), pointer);
    }

    private void AddVariants() => Emulator.Seed("""
        [{"type":"catalog-item","id":"$custom:::$default:::I1","attributes":{"external_id":"I1","title":"Boot"},"relationships":{"variants":{"data":[
           {"type":"catalog-variant","id":"$custom:::$default:::V1"},{"type":"catalog-variant","id":"$custom:::$default:::V2"}]}}},
         {"type":"catalog-variant","id":"$custom:::$default:::V1","attributes":{"external_id":"V1","title":"Boot 42"}},
         {"type":"catalog-variant","id":"$custom:::$default:::V2","attributes":{"external_id":"V2","title":"Boot 43"}}]
        """);

    private static string Body(string profile, string variant = Variant) =>
        "{\"data\":{\"type\":\"back-in-stock-subscription\",\"attributes\":{" + profile + "\"channels\":[\"EMAIL\"]},"
        + "\"relationships\":{\"variant\":{\"data\":{\"type\":\"catalog-variant\",\"id\":\"" + variant + "\"}}}}}";
}
