using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KlaviyoLinq.Emulator.Tests.Seeding;

[Trait("Category", "Culture")]
public sealed class SeedingTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_account_and_another_seed_another()
    {
        string first = await Account(7);
        string again = await Account(7);
        string other = await Account(8);

        again.Should().Be(first);
        other.Should().NotBe(first);
    }

    [Theory]
    [InlineData("da-DK")]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    public async Task The_same_seed_gives_the_same_account_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        string expected = await Account(7);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        (await Account(7)).Split('\n').Should().Equal(expected.Split('\n'));
    }

    [Fact]
    public async Task An_account_can_be_carried_over_into_another_emulator()
    {
        string[] types = [.. KlaviyoCatalogue.Newest.Resources.Select(r => r.Type)];
        await using KlaviyoEmulator from = await KlaviyoEmulator.StartAsync(o => o.Data = new DataSize { Profiles = 300, Events = 60 });
        await using KlaviyoEmulator to = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);
        using EmulatorClient source = new(from);
        using EmulatorClient copy = new(to);

        foreach (JsonElement resource in types.SelectMany(from.Resources))
            to.Add(resource);

        types.Select(to.Count).Should().Equal(types.Select(from.Count));
        foreach (string request in new[]
            {
                "/api/profiles?sort=email&page[size]=100",
                "/api/lists/Y6nRLr/profiles?page[size]=100",
                "/api/lists/Y6nRLr?additional-fields[list]=profile_count",
                "/api/events?include=profile&page[size]=1000",
            })
            (await copy.Get(request)).Body.GetProperty("data").GetRawText().Replace(to.BaseAddress.ToString(), "/")
                .Should().Be((await source.Get(request)).Body.GetProperty("data").GetRawText().Replace(from.BaseAddress.ToString(), "/"));
    }

    [Fact]
    public async Task Every_relationship_leads_somewhere()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => o.Data = new DataSize { Profiles = 100, Events = 200 });
        HashSet<string> known = [.. KlaviyoCatalogue.Newest.Resources.SelectMany(r => emulator.Resources(r.Type)).Select(Name)];
        HashSet<string> filled = [];
        foreach (string type in KlaviyoCatalogue.Newest.Resources.Select(r => r.Type))
            foreach (JsonElement resource in emulator.Resources(type))
                foreach (JsonProperty relationship in resource.GetProperty("relationships").EnumerateObject())
                    foreach (JsonElement identifier in Identifiers(relationship.Value.GetProperty("data")))
                    {
                        known.Should().Contain(Name(identifier), "{0} {1} leads to it", type, relationship.Name);
                        filled.Add(type + " " + relationship.Name);
                    }

        string[] all = [.. KlaviyoCatalogue.Newest.Resources.SelectMany(r => r.Relationships.Select(l => r.Type + " " + l.Name))];
        all.Except(filled).Should().BeEmpty("each relationship ought to be seen in use");
    }

    [Fact]
    public async Task Names_are_written_in_addresses_with_all_their_letters()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => o.Data = new DataSize { Profiles = 3_000, Events = 0 });

        string[] addresses = [.. emulator.Resources("profile").Select(p => p.GetProperty("attributes").GetProperty("email").GetString()).OfType<string>()];

        addresses.Should().OnlyContain(address => Regex.IsMatch(address, @"^[a-z]+\.[a-z']+(\.[a-z]+)?\.[0-9]+@([a-z]+\.)+(com|org|net)$"));
        foreach (
            string name in new[] { "zoe.", "jose.", "juergen.", "lukasz.", "siobhan.", "bjoern.", "ming.", ".mueller.", ".novak.", ".yilmaz.", ".garcia." })
            addresses.Should().Contain(address => address.Contains(name));
    }

    [Fact]
    public async Task Documented_filter_values_occur()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync();
        using EmulatorClient client = new(emulator);

        foreach (string channel in new[] { "email", "sms", "mobile_push" })
            (await client.Ids($"/api/campaigns?filter=equals(messages.channel,\"{channel}\")")).Should().NotBeEmpty();
        foreach (string value in new[] { "true", "false" })
            (await client.Ids($"/api/images?filter=equals(hidden,{value})")).Should().NotBeEmpty();
        foreach (string category in new[] { "eCommerce", "API", "Internal" })
            (await client.Ids($"/api/metrics?filter=equals(integration.category,\"{category}\")")).Should().NotBeEmpty();
    }

    private static string Name(JsonElement resource) => resource.GetProperty("type").GetString() + " " + resource.GetProperty("id").GetString();

    private static JsonElement[] Identifiers(JsonElement data) =>
        data.ValueKind switch { JsonValueKind.Array => [.. data.EnumerateArray()], JsonValueKind.Null => [], _ => [data] };

    private static async Task<string> Account(int seed)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(
            o => (o.RandomSeed, o.Data) = (seed, new DataSize { Profiles = 50, Events = 100 }));
        return string.Join('\n', KlaviyoCatalogue.Newest.Resources.SelectMany(r => emulator.Resources(r.Type)).Select(r => r.GetRawText()));
    }
}
