using System.Reflection;
using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

/// <summary>Reads resources of every type, with all that is odd about Klaviyo's data, and holds them against what the emulator has.</summary>
public sealed class EveryAttributeTests : IAsyncLifetime
{
    private KlaviyoEmulator _emulator = null!;
    private KlaviyoContext _klaviyo = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.UndocumentedValues = true;
            options.Data = new DataSize { Profiles = 40, Events = 60, CatalogItems = 20, CouponCodes = 15 };
        });
        _klaviyo = new KlaviyoContext(new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = _emulator.BaseAddress });
    }

    public async Task DisposeAsync()
    {
        await _klaviyo.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    public static TheoryData<string> Types => [.. KlaviyoCatalogue.Newest.Resources.Select(facts => facts.Type)];

    [Fact]
    public void There_are_62_types() => Types.Should().HaveCount(62);

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Resources_of_every_type_are_read_with_all_their_attributes(string type)
    {
        Dictionary<string, JsonElement> sent = _emulator.Resources(type)
            .ToDictionary(json => json.GetProperty("id").GetString()!, json => json.GetProperty("attributes"));
        sent.Should().NotBeEmpty();

        // Once as the account holds it, with what is sent on demand only, and once over HTTP.
        HoldsAll(new AccountData(_emulator).Of<KlaviyoResource>().Where(resource => resource.ResourceType == type), sent, onDemandToo: true);
        if (KlaviyoCatalogue.Newest.FindSingle(type) is not { } single)
            return;
        MethodInfo read = GetType().GetMethod(nameof(Read), BindingFlags.Instance | BindingFlags.NonPublic)!;
        Type model = typeof(KlaviyoResource).Assembly.GetTypes()
            .Single(t => t.IsSubclassOf(typeof(KlaviyoResource)) && t.GetCustomAttribute<WireNameAttribute>()?.Name == type);
        HoldsAll(
            await (Task<List<KlaviyoResource>>)read.MakeGenericMethod(model).Invoke(this, [sent.Keys])!, sent, onDemandToo: false,
            single.FindAdditionalFields(type));
    }

    [Fact]
    public void Unexpected_values_are_kept()
    {
        AccountData data = new(_emulator);

        data.Of<List>().Should().Contain(list => list.OptInProcess != null && list.OptInProcess.Value.Value == "not_in_the_document");
        data.Of<CampaignMessage>()
            .Should()
            .Contain(message => message.Definition != null && message.Definition.GetType().Name.StartsWith("Unknown", StringComparison.Ordinal));
        JsonElement[] quantities =
            [.. _emulator.Resources("catalog-variant").Select(variant => variant.GetProperty("attributes").GetProperty("inventory_quantity"))];
        quantities.Should().Contain(quantity => quantity.ValueKind == JsonValueKind.String);
        data.Of<CatalogVariant>().Select(variant => variant.InventoryQuantity).Should()
            .Equal(
                quantities.Select(
                    quantity =>
                        quantity.ValueKind == JsonValueKind.Null
                            ? (double?)null
                            : double.Parse(quantity.ToString(), System.Globalization.CultureInfo.InvariantCulture)));
    }

    private async Task<List<KlaviyoResource>> Read<T>(IEnumerable<string> ids)
        where T : KlaviyoResource
    {
        List<KlaviyoResource> resources = [];
        foreach (string id in ids)
            resources.Add(await _klaviyo.Set<T>()[id].GetAsync());
        return resources;
    }

    private static void HoldsAll(IEnumerable<KlaviyoResource> resources, Dictionary<string, JsonElement> sent, bool onDemandToo, FieldsetFacts? onDemand = null)
    {
        List<string> missing = [];
        int count = 0;
        foreach (KlaviyoResource resource in resources)
        {
            count++;
            foreach (JsonProperty attribute in sent[resource.Id].EnumerateObject())
                if ((onDemandToo || onDemand?.Lists(attribute.Name) != true) && !resource.WasReceived(attribute.Name))
                    missing.Add($"{resource.ResourceType} {resource.Id} {attribute.Name}");
        }

        count.Should().Be(sent.Count);
        missing.Should().BeEmpty();
    }
}
