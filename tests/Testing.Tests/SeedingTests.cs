using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;

namespace KlaviyoLinq.Testing.Tests;

public sealed class SeedingTests : IAsyncLifetime
{
    private KlaviyoEmulator _emulator = null!;
    private KlaviyoContext _klaviyo = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);
        _klaviyo = _emulator.CreateContext();
    }

    public async Task DisposeAsync()
    {
        await _klaviyo.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_profile_that_was_seeded_is_found_by_its_email()
    {
        Profile jane = new() { Email = "jane@example.com", Properties = new KlaviyoMap([KeyValuePair.Create("points", (object?)7)]) };
        _emulator.Seed(jane, new Profile { Email = "joe@example.com" });

        Profile found = await _klaviyo.Profiles.Where(p => p.Email == "jane@example.com").SingleAsync();

        _emulator.Requests[^1].Parameter("filter").Should().Be("equals(email,\"jane@example.com\")");
        found.Id.Should().Be(jane.Id).And.NotBeEmpty();
        found.Properties.GetInteger("points").Should().Be(7);
        found.FirstName.Should().BeNull();
        found.WasReceived("first_name").Should().BeTrue();
    }

    [Fact]
    public async Task Targets_of_navigations_are_seeded_as_well()
    {
        Profile jane = new() { Email = "jane@example.com" };
        _emulator.Seed(new Event { Datetime = DateTimeOffset.UnixEpoch, Profile = jane, Metric = new Metric { Id = "M1", Name = "Placed Order" } });

        Event found = await _klaviyo.Events.Include(e => e.Profile).Include(e => e.Metric).SingleAsync();

        (found.Profile.Email, found.Metric.Name, found.MetricId).Should().Be(("jane@example.com", "Placed Order", "M1"));
    }

    [Fact]
    public async Task An_existing_resource_is_not_replaced_by_a_navigation_to_it()
    {
        _emulator.Seed(new Metric { Id = "M1", Name = "Placed Order" });

        _emulator.Seed(new Event { Metric = new Metric { Id = "M1" } }, new Event { MetricId = "M1" });

        (await _klaviyo.Metrics.SingleAsync()).Name.Should().Be("Placed Order");
        (await _klaviyo.Events.Where(e => e.MetricId == "M1").CountAsync()).Should().Be(2);
        _emulator.Seed(new Metric { Id = "M1", Name = "Refunded Order" });
        (await _klaviyo.Metrics.SingleAsync()).Name.Should().Be("Refunded Order", "what is handed over is meant");
    }

    [Fact]
    public async Task Members_of_a_list_have_joined_when_they_say()
    {
        DateTimeOffset early = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        _emulator.Seed(
            new List
            {
                Id = "L1",
                Name = "Newsletter",
                Profiles = [new Profile { Id = "P1", JoinedGroupAt = early }, new Profile { Id = "P2", JoinedGroupAt = early.AddDays(2) }],
            });

        DateTimeOffset between = early.AddDays(1);
        List<Profile> late = await _klaviyo.Lists["L1"].Profiles.Where(p => p.JoinedGroupAt > between).ToListAsync();

        late.Select(p => (p.Id, p.JoinedGroupAt)).Should().Equal(("P2", early.AddDays(2)));
    }

    [Fact]
    public async Task A_filter_only_field_is_kept_where_the_emulator_filters_by_it()
    {
        _emulator.Seed(new CatalogCategory { Id = "C1", Name = "Shoes" }, new Review { Id = "R1", Edited = true }, new Review { Id = "R2", Edited = false });

        await using KlaviyoClientContext shop = new("ABC123", new KlaviyoOptions { BaseAddress = _emulator.BaseAddress });

        (await shop.Reviews.Where(r => r.Edited == true).Select(r => r.Id).ToListAsync()).Should().Equal("R1");
    }

    [Fact]
    public async Task One_of_several_objects_and_open_enumerations_are_written_by_their_values()
    {
        DateTimeOffset moment = new(2026, 7, 1, 12, 30, 0, 250, TimeSpan.FromHours(2));
        _emulator.Seed(new Campaign
        {
            Id = "C1", Name = "Größe", Status = new CampaignStatus("Brand new"), CreatedAt = moment, UpdatedAt = moment,
            SendStrategy = new CampaignStaticSendStrategy { Method = CampaignSendStrategyMethod.Static, Datetime = moment },
        });

        Campaign found = (await _klaviyo.Campaigns.FindAsync("C1"))!;

        (found.Name, found.Status.Value, found.CreatedAt).Should().Be(("Größe", "Brand new", moment));
        found.SendStrategy.Should().BeOfType<CampaignStaticSendStrategy>().Which.Datetime.Should().Be(moment);
    }

    [Fact]
    public void A_resource_with_an_ambiguous_type_is_not_seeded()
    {
        Campaign vague = new() { Name = "x", SendStrategy = new CampaignStaticSendStrategy() };

        _emulator.Invoking(e => e.Seed(new Metric(), vague)).Should().Throw<ArgumentException>()
            .WithMessage("CampaignStaticSendStrategy.Method is not set: 'method' says which of several objects it is.");
        _emulator.Count("metric").Should().Be(0);
    }

    [Fact]
    public void A_navigation_and_its_id_must_not_contradict_each_other() =>
        _emulator.Invoking(e => e.Seed(new Event { MetricId = "M1", Metric = new Metric { Id = "M2" } })).Should().Throw<ArgumentException>()
            .WithMessage("Event.MetricId is 'M1', but Metric has the id 'M2'.");

    [Fact]
    public void Resources_without_ids_get_ids_of_their_own()
    {
        _emulator.Add("""{"type":"profile","id":"Seeded00002","attributes":{}}""");
        Profile[] profiles = [new(), new(), new() { Id = "Seeded00003" }];

        _emulator.Seed(profiles);

        profiles.Select(p => p.Id).Should().Equal("Seeded00004", "Seeded00005", "Seeded00003");
        _emulator.Count("profile").Should().Be(4);
    }

    [Fact]
    public async Task A_context_of_an_account_asks_with_the_accounts_key()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o =>
        {
            (o.Data, o.ApiKeys) = (DataSize.Empty, [new EmulatorKey("pk_reader", "profiles:read"), "pk_owner"]);
            o.Accounts.Add(new EmulatorAccountOptions("other") { ApiKeys = [new EmulatorKey("pk_other", "profiles:read")] });
            o.Accounts.Add(new EmulatorAccountOptions("public") { CompanyId = "ABC123" });
        });
        emulator.Account("other").Seed(new Profile { Email = "other@example.com" });
        await using KlaviyoContext mine = emulator.CreateContext();
        await using KlaviyoContext others = emulator.CreateContext(emulator.Account("other"));

        (await mine.Metrics.CountAsync()).Should().Be(0);
        (await others.Profiles.SingleAsync()).Email.Should().Be("other@example.com");
        (await others.Invoking(o => o.Metrics.CountAsync()).Should().ThrowAsync<KlaviyoPermissionException>()).Which.Message.Should().Contain("metrics:read");
        emulator.Invoking(e => e.CreateContext(e.Account("public"))).Should().Throw<ArgumentException>().WithMessage("The account 'public' has no key.*");
        emulator.Requests.Select(r => r.Account).Should().Equal("default", "other", "other");
    }

    [Fact]
    public async Task A_context_speaks_the_revision_and_the_filter_language_of_the_emulator()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(
            o => (o.Data, o.Catalogue, o.Grammar) = (DataSize.Empty, KlaviyoCatalogue.For("2024-07-15")!, FilterGrammar.Overview2022));
        await using KlaviyoContext klaviyo = emulator.CreateContext();
        emulator.Seed(new Profile { Email = "a@example.com" }, new Profile { Email = "b@example.com" });

        List<Profile> found = await klaviyo.Profiles.Where(p => !(p.Email == "a@example.com")).ToListAsync();

        emulator.Requests.Single().Headers["revision"].Should().Be(emulator.Catalogue.Revision);
        emulator.Requests.Single().Parameter("filter").Should().StartWith("not(");
        found.Should().ContainSingle().Which.Email.Should().Be("b@example.com");
    }
}
