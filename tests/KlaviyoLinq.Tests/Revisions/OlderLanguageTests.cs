using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Revisions;

/// <summary>
/// Everyday queries in the language of older revisions: the request is one that the revision's document allows, and the emulator of that revision
/// answers.
/// </summary>
public sealed class OlderLanguageTests
{
    private static readonly DateTimeOffset _since = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2022-10-17", "created")]
    [InlineData("2023-07-15", "created")]
    [InlineData("2024-07-15", "created")]
    [InlineData("2025-07-15", "created")]
    [InlineData("2026-01-15", "created")]
    [InlineData("2026-04-15", "id")]
    [InlineData("2026-07-15", "id")]
    public async Task Queries_that_need_only_ids_request_the_smallest_member_that_the_revision_lists(string revision, string member)
    {
        await using RevisedAccount account = await RevisedAccount.OfAsync(revision);
        string[] stored = [.. account.Stored("profile").Select(p => p.Id).Order(StringComparer.Ordinal)];

        (await account.Klaviyo.Profiles.Select(p => p.Id).ToListAsync()).Order(StringComparer.Ordinal).Should().Equal(stored);
        Uri.UnescapeDataString(account.Emulator.Requests[0].ToString()).Should().Be($"GET /api/profiles?fields[profile]={member}&page[size]=100");

        (await account.Klaviyo.Profiles.CountAsync()).Should().Be(stored.Length);
        account.SentRequest.Should().Contain($"fields[profile]={member}&");

        (await account.Klaviyo.Profiles.AnyAsync()).Should().BeTrue();
        account.SentRequest.Should().Be($"GET /api/profiles?fields[profile]={member}&page[size]=1");
    }

    [Theory]
    [InlineData("2022-10-17", "timestamp")]
    [InlineData("2023-07-15", "timestamp")]
    [InlineData("2025-07-15", "timestamp")]
    public async Task Projections_of_an_included_resource_request_the_smallest_member_of_the_rows(string revision, string member)
    {
        await using RevisedAccount account = await RevisedAccount.OfAsync(revision);

        List<string?> names = revision == "2022-10-17"
            ? [.. (await account.Klaviyo.Events.Select(e => e.Metrics.Select(m => m.Name)).ToListAsync()).SelectMany(name => name)]
            : await account.Klaviyo.Events.Select(e => e.Metric.Name).ToListAsync();

        string relationship = revision == "2022-10-17" ? "metrics" : "metric";
        Uri.UnescapeDataString(account.Emulator.Requests[0].ToString())
            .Should().StartWith($"GET /api/events?include={relationship}&fields[event]={member}&fields[metric]=name");
        names.Should().HaveCount(account.Emulator.Resources("event").Count).And.NotContainNulls();
    }

    [Theory]
    [InlineData("2022-10-17")]
    [InlineData("2023-07-15")]
    public async Task Events_are_filtered_by_their_datetime_although_the_document_declares_a_string(string revision)
    {
        await using RevisedAccount account = await RevisedAccount.OfAsync(revision);
        List<Event> stored = [.. account.Stored("event").Cast<Event>().Where(e => e.Datetime >= _since)];

        List<Event> events = await account.Klaviyo.Events.Where(e => e.Datetime >= _since).ToListAsync();

        Uri.UnescapeDataString(account.Emulator.Requests[0].ToString())
            .Should().StartWith("GET /api/events?filter=greater-or-equal(datetime,2026-03-01T00:00:00Z)");
        events.Select(e => e.Id).Should().BeEquivalentTo(stored.Select(e => e.Id)).And.NotBeEmpty();
        events.Should().OnlyContain(e => e.Datetime >= _since);
    }

    [Theory]
    [InlineData("2022-10-17")]
    [InlineData("2023-07-15")]
    public async Task Events_are_filtered_by_their_timestamp_although_the_document_declares_a_string(string revision)
    {
        long since = _since.ToUnixTimeSeconds();
        await using RevisedAccount account = await RevisedAccount.OfAsync(revision);
        List<Event> stored = [.. account.Stored("event").Cast<Event>().Where(e => e.Timestamp < since)];

        List<Event> events = await account.Klaviyo.Events.Where(e => e.Timestamp < since).ToListAsync();

        Uri.UnescapeDataString(account.Emulator.Requests[0].ToString()).Should().StartWith($"GET /api/events?filter=less-than(timestamp,{since})");
        events.Select(e => e.Id).Should().BeEquivalentTo(stored.Select(e => e.Id)).And.NotBeEmpty();
    }

    [Theory]
    [InlineData("2025-07-15")]
    [InlineData("2026-01-15")]
    [InlineData("2026-07-15")]
    public async Task Suppression_jobs_are_filtered_by_their_list_and_their_segment(string revision)
    {
        await using RevisedAccount account = await RevisedAccount.OfAsync(revision);

        await account.Klaviyo.ProfileSuppressionBulkCreateJobs.Where(j => j.Lists.Any(l => l.Id == "L")).ToListAsync();
        account.SentRequest.Should().Be("GET /api/profile-suppression-bulk-create-jobs?filter=equals(list_id,\"L\")");

        await account.Klaviyo.ProfileSuppressionBulkDeleteJobs.Where(j => j.Segments.Any(s => s.Id == "S")).ToListAsync();
        account.SentRequest.Should().Be("GET /api/profile-suppression-bulk-delete-jobs?filter=equals(segment_id,\"S\")");
    }

    [Fact]
    public async Task The_identifiers_of_an_event_are_attributes_at_2022_10_17()
    {
        await using RevisedAccount account = await RevisedAccount.OfAsync("2022-10-17");
        string[] stored = [.. account.Emulator.Resources("event").Select(e => e.GetProperty("attributes").GetProperty("metric_id").GetString()!)];

        List<Event> events = await account.Klaviyo.Events.ToListAsync();
        events.Select(e => e.MetricId).Should().BeEquivalentTo(stored).And.NotContainNulls();
        events.Should().OnlyContain(e => e.WasReceived("metric_id"));

        var rows = await account.Klaviyo.Events.Select(e => new { e.Datetime, e.MetricId, Profile = e.Profile.Id }).ToListAsync();
        Uri.UnescapeDataString(account.Emulator.Requests[^1].ToString())
            .Should().Contain("fields[event]=datetime,metric_id,profile_id").And.NotContain("include");
        rows.Select(row => row.MetricId).Should().BeEquivalentTo(stored);
        rows.Select(row => row.Profile).Should().BeEquivalentTo(events.Select(e => e.ProfileId)).And.Contain(id => id != null);

        string metric = stored[0];
        (await account.Klaviyo.Events.Where(e => e.MetricId == metric).CountAsync()).Should().Be(stored.Count(id => id == metric));
        account.SentRequest.Should().Contain($"filter=equals(metric_id,\"{metric}\")");
    }

    [Theory]
    [InlineData("2022-10-17")]
    [InlineData("2023-07-15")]
    [InlineData("2024-07-15")]
    [InlineData("2025-07-15")]
    public async Task Flow_actions_have_the_attributes_that_later_revisions_moved_into_their_definition(string revision)
    {
        await using RevisedAccount account = await RevisedAccount.OfAsync(revision);
        string id = account.Stored("flow-action")[0].Id;
        System.Text.Json.JsonElement stored = account.Emulator.Resources("flow-action")
            .First(a => a.GetProperty("id").GetString() == id).GetProperty("attributes");

        FlowAction action = (await account.Klaviyo.FlowActions[id].FindAsync())!;
        action.ActionType.Should().Be(stored.GetProperty("action_type").GetString());
        action.Status.Should().Be(stored.GetProperty("status").GetString());
        (action.Settings?.ToString())
            .Should()
            .Be(stored.GetProperty("settings") is { ValueKind: System.Text.Json.JsonValueKind.Object } settings ? settings.GetRawText() : null);
        action.WasReceived("settings").Should().BeTrue();
    }

    [Theory]
    [InlineData("2023-07-15")]
    [InlineData("2024-07-15")]
    public async Task Campaign_messages_have_their_label_channel_and_content(string revision)
    {
        await using RevisedAccount account = await RevisedAccount.OfAsync(revision);
        string id = account.Stored("campaign-message")[0].Id;
        System.Text.Json.JsonElement stored = account.Emulator.Resources("campaign-message")
            .First(m => m.GetProperty("id").GetString() == id).GetProperty("attributes");

        CampaignMessage message = (await account.Klaviyo.CampaignMessages[id].FindAsync())!;
        message.Label.Should().Be(stored.GetProperty("label").GetString());
        message.Channel!.Value.Value.Should().Be(stored.GetProperty("channel").GetString());
        message.Content.Subject.Should().Be(stored.GetProperty("content").GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Flow_actions_are_filtered_sorted_and_projected_by_what_2024_07_15_lists()
    {
        await using RevisedAccount account = await RevisedAccount.OfAsync("2024-07-15");
        string flow = account.Stored("flow")[0].Id;

        await account.Klaviyo.Flows[flow].FlowActions.Where(a => a.ActionType == "SEND_EMAIL")
            .OrderBy(a => a.Status).Select(a => new { a.ActionType, a.SendOptions.UseSmartSending }).ToListAsync();

        account.SentRequest.Should().StartWith($"GET /api/flows/{flow}/flow-actions?filter=equals(action_type,\"SEND_EMAIL\")&sort=status&fields[flow-action]=action_type,send_options.use_smart_sending");
    }
}
