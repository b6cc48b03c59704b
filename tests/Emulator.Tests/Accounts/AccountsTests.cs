using System.Net;

namespace KlaviyoLinq.Emulator.Tests.Accounts;

public sealed class AccountsTests
{
    [Fact]
    public async Task Every_key_leads_to_the_data_of_its_own_account()
    {
        await using KlaviyoEmulator emulator = await Start(o =>
        {
            o.ApiKeys = ["pk_mine"];
            o.Accounts.Add(new EmulatorAccountOptions("other") { ApiKeys = ["pk_other"] });
        });
        emulator.Add("""{"type":"metric","id":"M1","attributes":{}}""");
        emulator.Account("other").Add("""{"type":"metric","id":"M2","attributes":{}}""");
        using EmulatorClient mine = Client(emulator, "pk_mine");
        using EmulatorClient others = Client(emulator, "pk_other");

        (await mine.Ids("/api/metrics")).Should().Equal("M1");
        (await others.Ids("/api/metrics")).Should().Equal("M2");
        (await others.Get("/api/metrics/M1")).Status.Should().Be(HttpStatusCode.NotFound);
        emulator.Requests.Select(r => r.Account).Should().Equal("default", "other", "other");
        emulator.Accounts.Select(a => a.Name).Should().Equal("default", "other");
    }

    [Fact]
    public async Task An_unassigned_key_leads_to_the_emulators_own_account_unless_keys_are_given()
    {
        await using KlaviyoEmulator open = await Start(o => o.Accounts.Add(new EmulatorAccountOptions("other") { ApiKeys = ["pk_other"] }));
        await using KlaviyoEmulator closed = await Start(o => o.ApiKeys = ["pk_mine"]);
        using EmulatorClient welcome = Client(open, "pk_any");
        using EmulatorClient stranger = Client(closed, "pk_any");

        (await welcome.Get("/api/metrics")).Status.Should().Be(HttpStatusCode.OK);
        Answer refused = await stranger.Get("/api/metrics");

        open.Requests.Single().Account.Should().Be("default");
        refused.Status.Should().Be(HttpStatusCode.Unauthorized);
        refused.Headers["WWW-Authenticate"].Should().Be("Bearer, Klaviyo-API-Key");
        refused.Headers.Should().NotContainKey("RateLimit-Limit").And.NotContainKey("CID");
        closed.Requests.Single().Account.Should().BeNull();
    }

    [Fact]
    public async Task A_key_reads_what_its_scopes_allow_and_nothing_else()
    {
        await using KlaviyoEmulator emulator = await Start(o => o.ApiKeys = [new EmulatorKey("pk_reader", "events:read", "lists:read"), "pk_owner"]);
        using EmulatorClient reader = Client(emulator, "pk_reader");
        using EmulatorClient owner = Client(emulator, "pk_owner");

        Answer refused = await reader.Get("/api/profiles");

        refused.Status.Should().Be(HttpStatusCode.Forbidden);
        refused.Error.GetProperty("code").GetString().Should().Be("permission_denied");
        refused.Detail.Should().Contain("profiles:read");
        (await reader.Get("/api/lists")).Status.Should().Be(HttpStatusCode.OK);
        (await owner.Get("/api/profiles")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Included_resources_need_their_own_scope()
    {
        await using KlaviyoEmulator emulator = await Start(
            o => o.ApiKeys = [new EmulatorKey("pk_one", "events:read"), new EmulatorKey("pk_two", "events:read", "metrics:read")]);
        using EmulatorClient one = Client(emulator, "pk_one");
        using EmulatorClient two = Client(emulator, "pk_two");

        Answer refused = await one.Get("/api/events?include=metric");

        refused.Status.Should().Be(HttpStatusCode.Forbidden);
        refused.Detail.Should().Contain("metrics:read").And.NotContain("events:read");
        (await one.Get("/api/events")).Status.Should().Be(HttpStatusCode.OK);
        (await two.Get("/api/events?include=metric")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_company_id_leads_to_its_account_without_a_key()
    {
        await using KlaviyoEmulator emulator = await Start(o =>
        {
            o.CompanyId = "MINE01";
            o.Accounts.Add(new EmulatorAccountOptions("other") { CompanyId = "OTHER1" });
        });
        emulator.Account("other").Add("""{"type":"review","id":"R2","attributes":{"rating":5}}""");
        using EmulatorClient anybody = Client(emulator, null);

        (await anybody.Ids("/client/reviews?company_id=MINE01")).Should().BeEmpty();
        (await anybody.Ids("/client/reviews?company_id=OTHER1")).Should().Equal("R2");
        Answer unknown = await anybody.Get("/client/reviews?company_id=NOBODY");
        unknown.Status.Should().Be(HttpStatusCode.BadRequest);
        unknown.Error.GetProperty("source").GetProperty("parameter").GetString().Should().Be("company_id");
    }

    [Theory]
    [InlineData("other", "pk_one", "X", "An account named 'other' already exists.*")]
    [InlineData("third", "pk_other", "X", "A key of the account 'third' already belongs to the account 'other'.")]
    [InlineData("third", "pk_one", "OTHER1", "The company id 'OTHER1' of the account 'third' already belongs to the account 'other'.")]
    public async Task Two_accounts_have_nothing_in_common(string name, string key, string company, string message)
    {
        Func<Task> start = () => Start(o =>
        {
            o.Accounts.Add(new EmulatorAccountOptions("other") { ApiKeys = ["pk_other"], CompanyId = "OTHER1" });
            o.Accounts.Add(new EmulatorAccountOptions(name) { ApiKeys = [key], CompanyId = company });
        });

        (await start.Should().ThrowAsync<ArgumentException>().WithMessage(message)).Which.Message.Should().NotContain("pk_");
    }

    [Fact]
    public async Task An_accounts_keys_share_its_limits()
    {
        await using KlaviyoEmulator emulator = await Start(o => (o.ApiKeys, o.RateLimits) = (["pk_one", "pk_two"], new RateLimitSettings()));
        using EmulatorClient one = Client(emulator, "pk_one");
        using EmulatorClient two = Client(emulator, "pk_two");

        await one.Get("/api/profiles");
        await two.Get("/api/profiles");

        emulator.RateLimits.Select(w => w.Account).Distinct().Should().Equal("default");
        emulator.RateLimits.Select(w => w.Taken).Should().AllBeEquivalentTo(2L);
    }

    private static Task<KlaviyoEmulator> Start(Action<KlaviyoEmulatorOptions> configure) => KlaviyoEmulator.StartAsync(o =>
    {
        o.Data = DataSize.Empty;
        configure(o);
    });

    private static EmulatorClient Client(KlaviyoEmulator emulator, string? key)
    {
        EmulatorClient client = new(emulator);
        client.Http.DefaultRequestHeaders.Remove("Authorization");
        if (key is not null)
            client.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Klaviyo-API-Key " + key);
        return client;
    }
}
