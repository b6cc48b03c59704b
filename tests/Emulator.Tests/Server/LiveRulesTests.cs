using System.Net;

namespace KlaviyoLinq.Emulator.Tests.Server;

public sealed class LiveRulesTests : IAsyncLifetime
{
    private const string Lists = "subscriptions.email.marketing.list_suppressions";
    private const string All = "subscriptions.email.marketing.suppression";

    private KlaviyoEmulator _live = null!;
    private KlaviyoEmulator _documented = null!;

    public async Task InitializeAsync()
    {
        _live = await KlaviyoEmulator.StartAsync(o => (o.Data, o.Strictness) = (new DataSize { Profiles = 20, Events = 20 }, Strictness.Live));
        _documented = await KlaviyoEmulator.StartAsync(o => o.Data = new DataSize { Profiles = 20, Events = 20 });
    }

    public async Task DisposeAsync()
    {
        await _live.DisposeAsync();
        await _documented.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/profiles?sort=created&filter=less-than(created,2025-01-01)", 400, "Ascending sort may only be used with greater-than")]
    [InlineData(
        $"/api/profiles?filter=equals({Lists}.reason,\"A\"),equals({All}.reason,\"A\"),equals({Lists}.list_id,\"L\")", 400,
        "List suppressions and global suppressions cannot be filtered together.")]
    [InlineData(
        $"/api/profiles?filter=greater-than({All}.timestamp,2024-01-01),less-than({All}.timestamp,2025-01-01)", 400,
        "Only one suppression date filter is allowed.")]
    [InlineData($"/api/profiles?filter=equals({Lists}.reason,\"A\")", 400, $"A filter on list suppressions needs {Lists}.list_id.")]
    [InlineData("/api/flows?filter=less-than(created,9000-01-01)", 400, "End date may not be in the future")]
    [InlineData("/api/flows?sort=name&filter=greater-than(created,2024-01-01)", 400, "The sort field must be the field of the date filter.")]
    [InlineData("/api/images?filter=greater-than(size,0)", 400, "size must be greater than 0.")]
    public async Task The_live_api_refuses_what_the_documents_allow(string request, int status, string detail)
    {
        using EmulatorClient live = new(_live);
        using EmulatorClient documented = new(_documented);

        Answer answer = await live.Get(request);

        ((int)answer.Status).Should().Be(status);
        answer.Detail.Should().Be(detail);
        (await documented.Get(request)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/api/profiles?sort=created&filter=greater-than(created,2025-01-01)")]
    [InlineData("/api/profiles?sort=-created&filter=less-than(created,2025-01-01)")]
    [InlineData("/api/profiles?filter=less-than(created,2025-01-01)")]
    [InlineData($"/api/profiles?filter=equals({Lists}.reason,\"A\"),equals({Lists}.list_id,\"L\")")]
    [InlineData("/api/flows?sort=-created&filter=greater-than(created,2024-01-01)")]
    public async Task And_answers_what_it_answers(string request)
    {
        using EmulatorClient live = new(_live);

        (await live.Get(request)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_documented_filters_are_taken_without_doing_what_they_say()
    {
        using EmulatorClient live = new(_live);
        using EmulatorClient documented = new(_documented);
        const string Starred = "/api/segments?filter=equals(is_starred,true)";
        string category = (await documented.Get("/api/metrics")).Body.GetProperty("data")[0]
            .GetProperty("attributes").GetProperty("integration").GetProperty("category").GetString()!;
        string ofCategory = $"/api/metrics?filter=equals(integration.category,\"{Uri.EscapeDataString(category)}\")";

        Ids(await live.Get(Starred)).Should().Equal(Ids(await live.Get("/api/segments")));
        Ids(await documented.Get(Starred)).Should().NotEqual(Ids(await documented.Get("/api/segments")));
        Ids(await live.Get(ofCategory)).Should().BeEmpty();
        Ids(await documented.Get(ofCategory)).Should().NotBeEmpty();

        static string[] Ids(Answer answer) => [.. answer.Body.GetProperty("data").EnumerateArray().Select(resource => resource.GetProperty("id").GetString()!)];
    }

    [Fact]
    public async Task Hidden_images_come_to_those_who_ask_for_them()
    {
        using EmulatorClient live = new(_live);
        using EmulatorClient documented = new(_documented);
        List<string> hidden = await live.Ids("/api/images?filter=equals(hidden,true)");
        List<string> shown = await live.Ids("/api/images");

        hidden.Should().NotBeEmpty().And.NotIntersectWith(shown);
        (await documented.Ids("/api/images")).Should().BeEquivalentTo(hidden.Concat(shown));
    }

    [Theory]
    [InlineData("/api/events/NOPE01", "Invalid Event ID: 'NOPE01'")]
    [InlineData("/api/events/NOPE01/metric", "Invalid Event ID: 'NOPE01'")]
    [InlineData("/api/flow-actions/NOPE01", "Invalid Flow Action ID: 'NOPE01'")]
    [InlineData("/api/mapped-metrics/NOPE01", "Invalid Mapped Metric ID: 'NOPE01'")]
    public async Task An_id_of_the_wrong_shape_is_a_bad_request_and_not_merely_unknown(string request, string detail)
    {
        using EmulatorClient live = new(_live);
        using EmulatorClient documented = new(_documented);

        Answer answer = await live.Get(request);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Detail.Should().Be(detail);
        answer.Error.GetProperty("source").GetProperty("pointer").GetString().Should().Be("/data/id");
        (await documented.Get(request)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_id_of_a_coupon_code_has_a_hyphen_and_is_found()
    {
        using EmulatorClient live = new(_live);
        _live.Add("""{"type":"coupon-code","id":"10OFF-AB","attributes":{"unique_code":"AB"}}""");

        (await live.Get("/api/coupon-codes/10OFF-AB")).Body.GetProperty("data").GetProperty("id").GetString().Should().Be("10OFF-AB");
        (await live.Get("/api/coupon-codes/10OFF-CD")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
