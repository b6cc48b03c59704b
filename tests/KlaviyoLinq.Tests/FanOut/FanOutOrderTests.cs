using System.Globalization;
using CsCheck;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Checkpoints;

namespace KlaviyoLinq.Tests.FanOut;

/// <summary>Rows of several requests in one order, wherever rows without the sort key are in it.</summary>
public sealed class FanOutOrderTests : IAsyncLifetime
{
    private static readonly DateTimeOffset _day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<KlaviyoEmulator> _emulators = [];

    public async Task InitializeAsync()
    {
        foreach (NullPlacement placement in Enum.GetValues<NullPlacement>())
            _emulators.Add(await KlaviyoEmulator.StartAsync(options => (options.Data, options.NullPlacement) = (DataSize.Empty, placement)));
    }

    public async Task DisposeAsync()
    {
        foreach (KlaviyoEmulator emulator in _emulators)
            await emulator.DisposeAsync();
    }

    [Fact]
    public async Task Rows_come_once_and_in_the_servers_order_wherever_missing_keys_are_sorted() =>
        await Gen.Select(Gen.Select(Gen.Int[-4, 5], Gen.Int[0, 3]).Array[0, 40], Gen.Int[0, 3], Gen.Bool, Gen.Int[1, 6], Gen.Int[1, 9]).SampleAsync(
            async (profiles, placement, descending, size, runLength) =>
            {
                KlaviyoEmulator emulator = _emulators[placement];
                emulator.Clear();
                for (int i = 0; i < profiles.Length; i++)
                    Add(emulator, i, profiles[i].Item1, profiles[i].Item2);
                await using KlaviyoContext klaviyo = ContextOf(emulator);
                IKlaviyoQueryable<Profile> all = Sorted(klaviyo.Profiles.PageSize(100), descending);
                IKlaviyoQueryable<Profile> query = Sorted(Alternatives(klaviyo).PageSize(size), descending);
                List<Profile> expected = [.. (await all.ToListAsync()).Where(IsWanted)];

                List<Profile> rows = await query.ToListAsync();
                (List<Profile> resumed, _) = await Interruption.InRunsAsync(query, runLength);

                foreach (List<Profile> read in new[] { rows, resumed })
                {
                    read.Select(p => p.Created).Should().Equal(expected.Select(p => p.Created), "nulls are {0}", (NullPlacement)placement);
                    read.Select(p => p.Id).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(expected.Select(p => p.Id));
                }

                (await query.CountAsync()).Should().Be(expected.Count);
                (await query.Take(runLength).ToListAsync()).Select(p => p.Created).Should().Equal(expected.Take(runLength).Select(p => p.Created));
            },
            iter: 200,
            threads: 1);

    [Theory]
    [InlineData(NullPlacement.Largest)]
    [InlineData(NullPlacement.Smallest)]
    [InlineData(NullPlacement.First)]
    [InlineData(NullPlacement.Last)]
    public async Task Campaigns_without_a_schedule_come_once(NullPlacement placement)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => (options.Data.Campaigns, options.NullPlacement) = (400, placement));
        await using KlaviyoContext klaviyo = ContextOf(emulator);
        List<Campaign> all = await klaviyo.Campaigns.Where(c => c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email))
            .OrderBy(c => c.ScheduledAt).ToListAsync();
        List<Campaign> expected = [.. all.Where(c => c.Name!.Contains('a', StringComparison.Ordinal) || c.Archived == true)];
        expected.Should().Contain(c => c.ScheduledAt == null).And.Contain(c => c.ScheduledAt != null);

        IKlaviyoQueryable<Campaign> query = klaviyo.Campaigns
            .Where(c => c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email) && (c.Name!.Contains("a") || c.Archived == true))
            .AllowFanOut(2).OrderBy(c => c.ScheduledAt);
        List<Campaign> rows = await query.ToListAsync();

        rows.Select(c => c.ScheduledAt).Should().Equal(expected.Select(c => c.ScheduledAt));
        rows.Select(c => c.Id).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(expected.Select(c => c.Id));
        (await query.CountAsync()).Should().Be(expected.Count);
    }

    [Theory]
    [InlineData(NullPlacement.Smallest, 1, 0)]
    [InlineData(NullPlacement.Largest, 0, 1)]
    public async Task Requests_with_no_filter_in_common_are_read_ahead_until_one_shows_where_missing_keys_are(
        NullPlacement placement, int scheduledMails, int unscheduledTexts)
    {
        KlaviyoEmulator emulator = _emulators[(int)placement];
        const int Many = 40;
        for (int i = 0; i < Many + scheduledMails; i++)
            AddCampaign(emulator, $"mail{i}", "email", i < Many ? null : i);
        for (int i = 0; i < Many + unscheduledTexts; i++)
            AddCampaign(emulator, $"text{i}", "sms", i < Many ? i : null);
        await using KlaviyoContext klaviyo = ContextOf(emulator);
        IKlaviyoQueryable<Campaign> query = klaviyo.Campaigns
            .Where(
                c =>
                    c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email)
                        || c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Sms))
            .OrderBy(c => c.ScheduledAt).PageSize(1).AllowFanOut(2);

        List<Campaign> rows = await query.ToListAsync();

        rows.Should().HaveCount((2 * Many) + scheduledMails + unscheduledTexts).And.OnlyHaveUniqueItems(c => c.Id);
        List<Campaign> expected = [.. rows.OrderBy(c => c.ScheduledAt is null != (placement == NullPlacement.Smallest)).ThenBy(c => c.ScheduledAt)];
        rows.Select(c => c.ScheduledAt).Should().Equal(expected.Select(c => c.ScheduledAt));
        emulator.Requests.Should().HaveCountGreaterThan(3 * Many, "what was read too far ahead is requested again");
    }

    private static KlaviyoContext ContextOf(KlaviyoEmulator emulator) =>
        new(new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = emulator.BaseAddress });

    private static IKlaviyoQueryable<Profile> Alternatives(KlaviyoContext klaviyo) =>
        klaviyo.Profiles.Where(p => p.Email == "0@example.com" || p.ExternalId == "1" || p.Updated > _day).AllowFanOut(3);

    private static bool IsWanted(Profile profile) => profile.Email == "0@example.com" || profile.ExternalId == "1" || profile.Updated > _day;

    private static IKlaviyoQueryable<Profile> Sorted(IKlaviyoQueryable<Profile> query, bool descending) =>
        descending ? query.OrderByDescending(p => p.Created) : query.OrderBy(p => p.Created);

    // Few different keys, so that many rows share one; a negative key is none.
    private static void Add(KlaviyoEmulator emulator, int id, int key, int kind) => emulator.Add(
        $$"""
        {
            "type": "profile",
            "id": "p{{id}}",
            "attributes": {
                "email": "{{kind % 2}}@example.com",
                "external_id": "{{kind / 2}}",
                "created": {{(key < 0 ? "null" : Date(key))}},
                "updated": {{Date((id % 3) - 1)}}
            }
        }
        """);

    private static void AddCampaign(KlaviyoEmulator emulator, string id, string channel, int? day)
    {
        string at = day is { } number ? Date(number) : "null";
        emulator.Add($$$"""
            {
                "type": "campaign",
                "id": "{{{id}}}",
                "attributes": { "name": "{{{id}}}", "archived": false, "scheduled_at": {{{at}}} },
                "relationships": { "campaign-messages": { "data": [ { "type": "campaign-message", "id": "of-{{{id}}}" } ] } }
            }
            """);
        emulator.Add($$$"""{ "type": "campaign-message", "id": "of-{{{id}}}", "attributes": { "definition": { "channel": "{{{channel}}}" } } }""");
    }

    private static string Date(int day) => string.Create(CultureInfo.InvariantCulture, $"\"{_day.AddDays(day):yyyy-MM-dd'T'HH:mm:ssK}\"");
}
