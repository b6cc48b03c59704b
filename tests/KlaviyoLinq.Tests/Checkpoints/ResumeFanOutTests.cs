using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Checkpoints;

public sealed class ResumeFanOutTests(EmulatedAccount account) : QueryTests(account)
{
    [Fact]
    public async Task Requests_that_share_no_row_continue_without_remembering_any()
    {
        string[] metrics = [.. Data.Of<Metric>().Take(4).Select(m => m.Id)];
        IKlaviyoQueryable<Event> query = Klaviyo.Events.Where(e => metrics.Contains(e.MetricId)).PageSize(50).AllowFanOut(4);
        string[] expected = [.. (await query.ToListAsync()).Select(e => e.Id)];

        (List<Event> rows, int runs) = await Interruption.InRunsAsync(query, 77, 31);

        rows.Select(e => e.Id).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(expected);
        expected.Should().BeEquivalentTo(Data.Events.Where(e => metrics.AsEnumerable().Contains(e.MetricId)).Select(e => e.Id));
        runs.Should().BeGreaterThan(2);
        (await Interruption.FirstAsync(query, expected.Length)).Checkpoint!.Length.Should().BeLessThan(1500);
    }

    [Fact]
    public async Task Requests_that_share_rows_continue_without_doubling_them()
    {
        string[] emails = [.. Data.Profiles.Where(p => p.Email is not null && p.Created > Since).Take(30).Select(p => p.Email!)];
        IKlaviyoQueryable<Profile> query = Klaviyo.Profiles.Where(p => emails.Contains(p.Email) || p.Created > Since).PageSize(10).AllowFanOut(2);
        string[] expected = [.. Data.Profiles.Where(p => emails.AsEnumerable().Contains(p.Email) || p.Created > Since).Select(p => p.Id)];

        (List<Profile> rows, int runs) = await Interruption.InRunsAsync(query, 13);

        rows.Select(p => p.Id).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(expected);
        runs.Should().BeGreaterThan(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(50)]
    public async Task Rows_that_are_merged_in_order_continue_in_order(int length)
    {
        string[] emails = [.. Data.Profiles.Where(p => p.Email is not null).Take(90).Select(p => p.Email!)];
        IKlaviyoQueryable<Profile> query = Klaviyo.Profiles.Where(p => emails.Contains(p.Email) || p.Created > Since)
            .OrderByDescending(p => p.Created).PageSize(10).AllowFanOut(2).Take(120);
        string[] expected = [.. (await query.ToListAsync()).Select(p => p.Id)];

        (List<Profile> rows, _) = await Interruption.InRunsAsync(query, length);

        rows.Select(p => p.Id).Should().Equal(expected).And.OnlyHaveUniqueItems();
        rows.Select(p => p.Created).Should().BeInDescendingOrder();
    }

    [Fact]
    public async Task A_checkpoint_with_too_many_rows_to_name_is_refused_and_the_run_continues()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 10_100 });
        await using KlaviyoContext klaviyo = new(new KlaviyoOptions { ApiKey = "pk_tests", BaseAddress = emulator.BaseAddress });
        IKlaviyoQueryable<Profile> query = klaviyo.Profiles.Where(p => p.Email == "nobody@example.com" || p.Created > DateTimeOffset.UnixEpoch).AllowFanOut(2);

        List<KlaviyoPage<Profile>> pages = await query.AsPages().ToListAsync();

        pages.Sum(page => page.Items.Count).Should().Be(10_100);
        pages[50].Checkpoint.RowsConsumed.Should().BeInRange(4_900, 5_100);
        KlaviyoCheckpointException refusal = pages[^1].Invoking(page => page.Checkpoint).Should().Throw<KlaviyoCheckpointException>().Which;
        refusal.Fault.Should().Be(KlaviyoCheckpointFault.TooManyIds);
        refusal.Message.Should().Contain("10000").And.Contain("Sort the query by a date");
    }
}
