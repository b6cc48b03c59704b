using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Revisions;

/// <summary>The same query under two revisions gets each one's ruling, and where it is allowed, its rows.</summary>
public sealed class RulingsByRevisionTests
{
    [Fact]
    public async Task Profiles_include_their_lists_before_2026_01_15_and_no_more_since()
    {
        await using RevisedAccount before = await RevisedAccount.OfAsync("2025-07-15");
        List<Profile> profiles = await before.Klaviyo.Profiles.Include(p => p.Lists).ToListAsync();
        before.Emulator.Requests[0].ToString().Should().Be("GET /api/profiles?include=lists&page%5Bsize%5D=100");
        profiles.Select(p => $"{p.Id}: {string.Join(' ', p.Lists.Select(l => l.Id).Order(StringComparer.Ordinal))}").Should().BeEquivalentTo(
            before.Emulator.Resources("profile").Select(p => $"{p.GetProperty("id")}: {string.Join(' ', Related(p, "lists").Order(StringComparer.Ordinal))}"));

        foreach (string revision in new[] { "2026-01-15", "2026-07-15" })
        {
            await using RevisedAccount after = await RevisedAccount.OfAsync(revision);
            (await Refuses(after, after.Klaviyo.Profiles.Include(p => p.Lists), KlaviyoFindingCode.RelationshipNotIncludable)).Reason.Should().Contain("lists");
        }
    }

    [Fact]
    public async Task A_field_that_became_filterable_later_is_refused_by_name_before()
    {
        await using RevisedAccount before = await RevisedAccount.OfAsync("2022-10-17");
        (await Refuses(before, before.Klaviyo.Events.Where(e => e.ProfileId == "x"), KlaviyoFindingCode.FieldNotFilterable)).Reason.Should()
            .Contain("ProfileId");

        await using RevisedAccount after = await RevisedAccount.OfAsync("2026-07-15");
        string id = after.Stored("event").Cast<Event>().First(e => e.ProfileId is not null).ProfileId!;
        List<string> ids = await after.Klaviyo.Events.Where(e => e.ProfileId == id).Select(e => e.Id).ToListAsync();
        after.SentRequest.Should().Contain($"filter=equals(profile_id,\"{id}\")");
        ids.Should().BeEquivalentTo(after.Stored("event").Cast<Event>().Where(e => e.ProfileId == id).Select(e => e.Id)).And.NotBeEmpty();
    }

    [Fact]
    public async Task Coupon_codes_require_a_filter_since_2025_01()
    {
        await using RevisedAccount before = await RevisedAccount.OfAsync("2024-07-15");
        List<string> ids = await before.Klaviyo.CouponCodes.Select(c => c.Id).ToListAsync();
        before.Emulator.Requests[0].Path.Should().Be("/api/coupon-codes");
        ids.Should().BeEquivalentTo(before.Emulator.Resources("coupon-code").Select(c => c.GetProperty("id").GetString())).And.NotBeEmpty();

        await using RevisedAccount after = await RevisedAccount.OfAsync("2025-07-15");
        await Refuses(after, after.Klaviyo.CouponCodes.Select(c => c.Id), KlaviyoFindingCode.RequiredFilterMissing);
    }

    [Fact]
    public async Task An_operation_that_came_later_is_refused_with_the_revisions_that_have_it()
    {
        await using RevisedAccount before = await RevisedAccount.OfAsync("2022-10-17");
        KlaviyoFinding finding = await Refuses(before, before.Klaviyo.Campaigns.Where(c => c.Name.Contains("x")), KlaviyoFindingCode.OperationNotInRevision);
        finding.Reason.Should().Be("Revision 2022-10-17 has no operation GET /api/campaigns.");
        finding.Advice.Should().Contain("2026-07-15, 2026-04-15, 2026-01-15, 2025-07-15, 2024-07-15, 2023-07-15").And.NotContain("2022");
    }

    [Fact]
    public async Task An_attribute_that_came_later_is_refused_by_name_in_a_projection()
    {
        await using RevisedAccount before = await RevisedAccount.OfAsync("2022-10-17");
        (await Refuses(before, before.Klaviyo.Lists.Select(l => l.OptInProcess), KlaviyoFindingCode.AttributeNotReturned)).Reason.Should()
            .Contain("OptInProcess");
    }

    [Fact]
    public async Task The_rows_of_an_older_revision_are_the_same_account()
    {
        DateTimeOffset since = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (KlaviyoCatalogue catalogue in KlaviyoCatalogue.Known)
        {
            await using RevisedAccount account = await RevisedAccount.OfAsync(catalogue.Revision);
            List<string?> emails = await account.Klaviyo.Profiles.Where(p => p.Created > since).Select(p => p.Email).ToListAsync();
            account.Emulator.Requests[0].Headers["revision"].Should().Be(catalogue.Revision);
            Uri.UnescapeDataString(account.Emulator.Requests[0].ToString()).Should()
                .Be("GET /api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z)&fields[profile]=email&page[size]=100");
            emails.Should().BeEquivalentTo(account.Stored("profile").Cast<Profile>().Where(p => p.Created > since).Select(p => p.Email)).And.NotBeEmpty();
        }
    }

    private static async Task<KlaviyoFinding> Refuses<T>(RevisedAccount account, IKlaviyoQueryable<T> query, KlaviyoFindingCode code)
    {
        UntranslatableQueryException refusal = (await query.Invoking(q => q.ToListAsync()).Should().ThrowAsync<UntranslatableQueryException>()).Which;
        account.Emulator.Requests.Should().BeEmpty();
        KlaviyoFinding finding = refusal.Findings.Should().ContainSingle().Which;
        finding.Code.Should().Be(code);
        return finding;
    }

    private static IEnumerable<string> Related(System.Text.Json.JsonElement resource, string relationship) =>
        resource.GetProperty("relationships")
            .GetProperty(relationship).GetProperty("data").EnumerateArray().Select(data => data.GetProperty("id").GetString()!);
}
