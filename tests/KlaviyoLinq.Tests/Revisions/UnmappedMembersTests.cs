using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;

namespace KlaviyoLinq.Tests.Revisions;

/// <summary>Members of an answer that no class has: those of older revisions' unions, and those that Klaviyo adds tomorrow.</summary>
public sealed class UnmappedMembersTests
{
    private const string Newest = "2026-07-15";

    [Fact]
    public async Task Members_that_Klaviyo_adds_tomorrow_are_kept_with_the_attributes_and_the_objects_within()
    {
        await using RevisedAccount account = await TomorrowAsync();

        List<Profile> profiles = await account.Klaviyo.Profiles.ToListAsync();

        profiles.Should().HaveCountGreaterThan(10).And.OnlyContain(p => p.UnmappedMembers.GetString("star_sign") == "Leo" && p.UnmappedMembers.Count == 1);
        Profile[] located = [.. profiles.Where(p => p.Location is not null)];
        located.Should().NotBeEmpty().And.OnlyContain(p => p.Location.UnmappedMembers.GetMap("planet")!.GetString("name") == "Mars");
        profiles.Select(p => p.Email).Should().BeEquivalentTo(account.Stored("profile").Cast<Profile>().Select(p => p.Email));
    }

    [Fact]
    public async Task Objects_without_such_members_have_an_empty_map()
    {
        await using RevisedAccount account = await RevisedAccount.OfAsync(Newest);

        List<Profile> profiles = await account.Klaviyo.Profiles.ToListAsync();

        profiles.Should().NotBeEmpty().And.OnlyContain(p => ReferenceEquals(p.UnmappedMembers, KlaviyoMap.Empty));
        profiles.Where(p => p.Location is not null).Should().OnlyContain(p => ReferenceEquals(p.Location.UnmappedMembers, KlaviyoMap.Empty));
    }

    [Fact]
    public async Task Projections_request_the_object_that_holds_them()
    {
        await using RevisedAccount account = await TomorrowAsync();

        var located = await account.Klaviyo.Profiles.Select(p => new { p.Id, Planet = p.Location.UnmappedMembers.GetMap("planet") }).AsAsyncEnumerable()
            .Where(row => row.Planet is not null).ToListAsync();
        Uri.UnescapeDataString(account.Emulator.Requests[0].ToString()).Should().Be("GET /api/profiles?fields[profile]=location&page[size]=100");
        account.Emulator.ClearRequests();
        var signed = await account.Klaviyo.Profiles.Select(p => new { p.Email, p.UnmappedMembers }).ToListAsync();
        Uri.UnescapeDataString(account.Emulator.Requests[0].ToString()).Should().Be("GET /api/profiles?page[size]=100");

        located.Should().NotBeEmpty().And.OnlyContain(row => row.Planet!.GetString("name") == "Mars");
        signed.Should().NotBeEmpty().And.OnlyContain(row => row.UnmappedMembers.GetString("star_sign") == "Leo");
        signed.Select(row => row.Email).Should().BeEquivalentTo(account.Stored("profile").Cast<Profile>().Select(p => p.Email));
    }

    [Fact]
    public async Task The_older_shape_of_a_union_is_read_by_a_projection()
    {
        await using RevisedAccount account = await RevisedAccount.OfAsync("2024-07-15");
        account.Emulator.Faults.OnAny().Body(
            """{"data":{"type":"campaign","id":"1","attributes":{"send_strategy":{"method":"static","options_static":{"datetime":"2024-08-01T09:00:00+00:00","is_local":true}}}}}""");

        DateTimeOffset? at = await account.Klaviyo.Campaigns["1"]
            .Select(c => c.SendStrategy.UnmappedMembers.GetMap("options_static")!.GetDateTime("datetime")).FirstAsync();
        Campaign campaign = await account.Klaviyo.Campaigns["1"].GetAsync();

        Uri.UnescapeDataString(account.Emulator.Requests[0].ToString()).Should().Be("GET /api/campaigns/1?fields[campaign]=send_strategy");
        at.Should().Be(new DateTimeOffset(2024, 8, 1, 9, 0, 0, TimeSpan.Zero));
        campaign.SendStrategy.Should()
            .BeOfType<CampaignStaticSendStrategy>().Which.UnmappedMembers.GetMap("options_static")!.GetBoolean("is_local").Should().BeTrue();
    }

    [Fact]
    public async Task A_condition_on_them_is_refused_by_name()
    {
        await using RevisedAccount account = await RevisedAccount.OfAsync(Newest);

        Func<Task> filter = () => account.Klaviyo.Profiles.Where(p => p.UnmappedMembers.GetString("star_sign") == "Leo").ToListAsync();
        Func<Task> order = () => account.Klaviyo.Profiles.OrderBy(p => p.UnmappedMembers["star_sign"]).ToListAsync();

        (await filter.Should().ThrowAsync<UntranslatableQueryException>()).Which.Message.Should().Contain("p.UnmappedMembers");
        (await order.Should().ThrowAsync<UntranslatableQueryException>()).Which.Message.Should().Contain("p.UnmappedMembers");
        account.Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Names_are_kept_as_they_are_written_and_the_last_of_two_counts()
    {
        await using RevisedAccount account = await RevisedAccount.OfAsync(Newest);
        account.Emulator.Faults.OnAny().Body(
            """{"data":[{"type":"profile","id":"1","attributes":{"\u0061\"b":[1,{"c":null}],"twice":1,"email":"a@example.com","twice":2,"":" \u00e9 "}}],"links":{"next":null}}""");

        Profile profile = (await account.Klaviyo.Profiles.ToListAsync()).Single();

        profile.UnmappedMembers.Keys.Should().Equal("a\"b", "twice", "");
        profile.UnmappedMembers.GetInteger("twice").Should().Be(2);
        profile.UnmappedMembers.GetString("").Should().Be(" é ");
        profile.UnmappedMembers.TryGetValue("a\"b", out JsonElement list).Should().BeTrue();
        list.GetRawText().Should().Be("""[1,{"c":null}]""");
        profile.Email.Should().Be("a@example.com");
    }

    [Fact]
    public async Task Many_of_them_take_memory_in_proportion()
    {
        await using RevisedAccount account = await RevisedAccount.OfAsync(Newest);
        string members = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"m{i}\":{i}"));
        account.Emulator.Faults.OnAny().Body($$$"""{"data":[{"type":"profile","id":"1","attributes":{{{{members}}}}}],"links":{"next":null}}""");

        long before = GC.GetTotalAllocatedBytes();
        Profile profile = (await account.Klaviyo.Profiles.ToListAsync()).Single();
        long allocated = GC.GetTotalAllocatedBytes() - before;

        allocated.Should().BeLessThan(
            2000L * members.Length, "one copy for each member would be 50,000 times as much, and tests that run beside this one are counted too");
        profile.UnmappedMembers.Count.Should().Be(100_000);
    }

    [Fact]
    public void They_are_shown_like_other_members()
    {
        Profile profile = new()
        {
            Id = "1",
            Location = new ProfileLocation { City = "Bonn", UnmappedMembers = new KlaviyoMap(new Dictionary<string, object?> { ["planet"] = "Mars" }) },
        };

        KlaviyoTable.Of([profile]).ToString().Should().Contain("City: Bonn, UnmappedMembers: planet: Mars");
        profile.Location.UnmappedMembers = KlaviyoMap.Empty;
        KlaviyoTable.Of([profile]).ToString().Should().NotContain("UnmappedMembers");
    }

    private static async Task<RevisedAccount> TomorrowAsync()
    {
        RevisedAccount account = await RevisedAccount.OfAsync(Newest);
        account.Emulator.Faults.OnAny().Rewrite(body => body
            .Replace("\"attributes\":{", "\"attributes\":{\"star_sign\":\"Leo\",", StringComparison.Ordinal)
            .Replace("\"location\":{", "\"location\":{\"planet\":{\"name\":\"Mars\",\"moons\":[1,2]},", StringComparison.Ordinal));
        return account;
    }
}
