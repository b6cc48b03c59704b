using KlaviyoLinq.Emulator;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Tests.Revisions;

/// <summary>Tests that revision headers reach the user: on pages, and as a warning when an upgrade is due.</summary>
[Trait("Category", "Culture")]
public sealed class RevisionNoticeTests
{
    [Fact]
    public async Task Pages_report_the_revision_and_its_retirement_and_hold_the_rows_in_order()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data.Profiles = 25);
        await using KlaviyoContext klaviyo = new(new KlaviyoOptions { ApiKey = "pk_tests", BaseAddress = emulator.BaseAddress });

        List<KlaviyoPage<string>> pages = await klaviyo.Profiles.OrderBy(p => p.Id).Select(p => p.Id).PageSize(10).Take(23).AsPages().ToListAsync();

        pages.Select(page => page.Items.Count).Should().Equal(10, 10, 3);
        pages.SelectMany(page => page.Items).Should().Equal(
            emulator.Resources("profile").Select(json => json.GetProperty("id").GetString()!).Order(StringComparer.Ordinal).Take(23));
        pages.Select(page => page.Cursor is null).Should().Equal(false, false, true);
        pages.Should().OnlyContain(page => page.Revision == "2026-07-15" && page.RetirementDate == new DateOnly(2028, 7, 15));
    }

    [Fact]
    public async Task A_deprecated_revision_is_warned_of_once()
    {
        RecordingLoggers loggers = new();
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Catalogue = KlaviyoCatalogue.Revision20250715);
        await using KlaviyoContext klaviyo = new(new KlaviyoOptions
        {
            ApiKey = "pk_tests", BaseAddress = emulator.BaseAddress, Revision = "2025-07-15", LoggerFactory = loggers,
            TimeProvider = new At(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)),
        });

        (await klaviyo.Profiles.PageSize(50).CountAsync()).Should().BeGreaterThan(100);

        loggers.Lines.Should().Equal("Warning 1: Klaviyo retires revision 2025-07-15 on 2027-07-15. Move to a newer one with KlaviyoOptions.Revision.");
    }

    [Fact]
    public async Task A_stable_revision_is_not_warned_of()
    {
        RecordingLoggers loggers = new();
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync();
        await using KlaviyoContext klaviyo = new(new KlaviyoOptions
        {
            ApiKey = "pk_tests", BaseAddress = emulator.BaseAddress, LoggerFactory = loggers,
            TimeProvider = new At(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)),
        });

        await klaviyo.Tags.ToListAsync();

        loggers.Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task Endpoints_that_answer_at_revisions_of_their_own_are_each_warned_of_once()
    {
        RecordingLoggers loggers = new();
        int requests = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["X-Klaviyo-Api-Revision"] = Interlocked.Increment(ref requests) % 2 == 0 ? "2023-07-15" : "2023-09-15";
            return context.Response.WriteDocumentAsync(Answers.LastPage("A"));
        });
        KlaviyoOptions options = Runs.Options(server.Address);
        options.LoggerFactory = loggers;
        await using KlaviyoContext klaviyo = new(options);

        for (int i = 0; i < 6; i++)
            await klaviyo.Profiles.ToListAsync();

        requests.Should().Be(6);
        loggers.Lines.Should().Equal(
            "Warning 2: The request was for revision 2026-07-15, and Klaviyo answered at 2023-09-15.",
            "Warning 2: The request was for revision 2026-07-15, and Klaviyo answered at 2023-07-15.");
    }

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
