using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Values;

/// <summary>One bad value must neither end a run for ever nor vanish.</summary>
public sealed class UnreadableRowTests
{
    private static readonly string[] _good = [.. Enumerable.Range(0, 12).Where(i => !UnreadableRows.Bad.Contains(i)).Select(i => "E" + i)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_bad_amount_in_a_projection_is_reported_with_its_row_and_the_run_continues_after_it(bool prefetch)
    {
        await using UnreadableRows rows = await UnreadableRows.StartAsync(Amounts, prefetch: prefetch);
        var query = rows.Klaviyo.Events.Select(e => new { e.Id, Amount = e.EventProperties.GetNumber("$value") });
        List<string> ids = [];

        KlaviyoMaterializationException failure = (
            await FluentActions.Awaiting(() => query.ForEachAsync(e => ids.Add(e.Id))).Should().ThrowAsync<KlaviyoMaterializationException>()).Which;

        (failure.ResourceType, failure.ResourceId, failure.JsonPath).Should().Be(("event", "E4", "$.attributes.event_properties['$value']"));
        (failure.Checkpoint!.RowsConsumed, failure.CheckpointAfter!.RowsConsumed).Should().Be((4, 5));
        failure = (
            await FluentActions.Awaiting(() => query.ResumeFrom(failure.CheckpointAfter).ForEachAsync(e => ids.Add(e.Id)))
                .Should().ThrowAsync<KlaviyoMaterializationException>()).Which;
        failure.ResourceId.Should().Be("E11");
        ids.AddRange((await query.ResumeFrom(failure.CheckpointAfter).ToListAsync()).Select(e => e.Id));
        ids.Should().Equal(_good);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_bad_value_of_a_whole_resource_fails_its_row_and_not_the_rows_before_it(bool prefetch)
    {
        await using UnreadableRows rows = await UnreadableRows.StartAsync(Dates, prefetch: prefetch);
        List<string> ids = [];

        KlaviyoMaterializationException failure = (
            await FluentActions.Awaiting(() => rows.Klaviyo.Events.ForEachAsync(e => ids.Add(e.Id)))
                .Should().ThrowAsync<KlaviyoMaterializationException>()).Which;

        (failure.ResourceId, failure.JsonPath, failure.Operation, failure.Page, failure.ItemsYielded)
            .Should().Be(("E4", "$.data[0].attributes.datetime", "get_events", 2, 4));
        ids.Should().Equal("E0", "E1", "E2", "E3");
        List<string> rest = [];
        KlaviyoCheckpoint behind = KlaviyoCheckpoint.Parse(failure.CheckpointAfter!.Serialize());
        failure = (
            await FluentActions.Awaiting(() => rows.Klaviyo.Events.ResumeFrom(behind).ForEachAsync(e => rest.Add(e.Id)))
                .Should().ThrowAsync<KlaviyoMaterializationException>()).Which;
        (failure.ResourceId, rest.Count).Should().Be(("E11", 6));
    }

    [Fact]
    public async Task Rows_can_be_left_out_and_are_logged_and_counted_by_every_kind_of_enumeration()
    {
        List<string?> asked = [];
        foreach (Func<int, string> attributes in (Func<int, string>[])[Dates, Amounts])
        {
            await using UnreadableRows rows = await UnreadableRows.StartAsync(attributes, failure =>
            {
                asked.Add(failure.ResourceId);
                return KlaviyoMaterializationAction.SkipRow;
            });
            var query = rows.Klaviyo.Events.Select(e => new { e.Id, e.Datetime, Amount = e.EventProperties.GetNumber("$value") });

            (await query.ToListAsync()).Select(e => e.Id).Should().Equal(_good);
            (await Ids(query.AsAsyncEnumerable(), e => e.Id)).Should().Equal(_good);
            (await Ids(query.WithCheckpoints(), row => row.Item.Id)).Should().Equal(_good);
            List<KlaviyoPage<string>> pages = [];
            await foreach (KlaviyoPage<string> page in query.Select(e => e.Id).AsPages())
                pages.Add(page);
            (await query.Take(6).ToListAsync()).Select(e => e.Id).Should().Equal("E0", "E1", "E2", "E3", "E5");

            asked.Distinct().Should().Equal("E4", "E11");
            rows.Log.Lines.Where(line => line.StartsWith("Warning 34", StringComparison.Ordinal))
                .Should().HaveCount(asked.Count).And.AllSatisfy(line => line.Should().ContainAny("E4", "E11"));
            asked.Clear();
        }
    }

    [Fact]
    public async Task A_checkpoint_after_any_row_skips_the_omitted_rows_and_nothing_else()
    {
        await using UnreadableRows rows = await UnreadableRows.StartAsync(Dates, _ => KlaviyoMaterializationAction.SkipRow);
        List<(string Id, KlaviyoCheckpoint Checkpoint)> all = [];
        await foreach ((Event e, KlaviyoCheckpoint checkpoint) in rows.Klaviyo.Events.WithCheckpoints())
            all.Add((e.Id, KlaviyoCheckpoint.Parse(checkpoint.Serialize())));

        for (int i = 0; i < all.Count; i++)
            (await rows.Klaviyo.Events.ResumeFrom(all[i].Checkpoint).ToListAsync()).Select(e => e.Id).Should().Equal(_good[(i + 1)..], all[i].Id);
    }

    [Fact]
    public async Task Null_can_stand_in_the_place_of_what_cannot_be_read()
    {
        await using UnreadableRows dates = await UnreadableRows.StartAsync(Dates, _ => KlaviyoMaterializationAction.UseNull);
        await using UnreadableRows amounts = await UnreadableRows.StartAsync(Amounts, _ => KlaviyoMaterializationAction.UseNull);

        (await dates.Klaviyo.Events.ToListAsync()).Select(e => e.Datetime is null).Should().Equal(Enumerable.Range(0, 12).Select(UnreadableRows.Bad.Contains));
        (await dates.Klaviyo.Events.Select(e => e.Datetime).ToListAsync()).Count(moment => moment is null).Should().Be(2);
        (await amounts.Klaviyo.Events.Select(e => e.EventProperties.GetNumber("$value")).ToListAsync()).Count(amount => amount is null).Should().Be(2);
        dates.Log.Lines.Count(line => line.StartsWith("Warning 35", StringComparison.Ordinal)).Should().Be(4);
    }

    [Fact]
    public async Task A_row_with_a_value_that_has_no_null_is_left_out_instead()
    {
        await using UnreadableRows rows = await UnreadableRows.StartAsync(Dates, _ => KlaviyoMaterializationAction.UseNull);

        (await rows.Klaviyo.Events.Select(e => new { e.Id, e.Datetime!.Value }).ToListAsync()).Select(e => e.Id).Should().Equal(_good);
    }

    [Fact]
    public async Task A_query_for_one_row_throws_what_the_handler_would_leave_out()
    {
        await using UnreadableRows rows = await UnreadableRows.StartAsync(_ => Dates(UnreadableRows.Bad[0]), _ => KlaviyoMaterializationAction.SkipRow);

        await rows.Klaviyo.Events.Awaiting(q => q.FirstOrDefaultAsync()).Should().ThrowAsync<KlaviyoMaterializationException>();
    }

    [Fact]
    public async Task Null_in_the_place_of_free_form_properties_reads_as_none()
    {
        await using UnreadableRows rows = await UnreadableRows.StartAsync(_ => """{"event_properties":null}""");

        List<Event> events = await rows.Klaviyo.Events.ToListAsync();

        events.Should().AllSatisfy(
            e =>
                (e.EventProperties.GetNumber("$value"), e.EventProperties.Count, e.EventProperties.IsNull, e.WasReceived("event_properties"))
                    .Should().Be((null, 0, true, true)));
        new Event().EventProperties.IsNull.Should().BeFalse();
    }

    private static string Amounts(int i) => $$$"""{"datetime":"2026-01-01T00:00:00Z","event_properties":{"$value":{{{(UnreadableRows.Bad.Contains(i) ? "\"1,234.50\"" : "12.5")}}}}}""";

    private static string Dates(int i) => $$$"""{"datetime":{{{(UnreadableRows.Bad.Contains(i) ? "\"yesterday\"" : "\"2026-01-01T00:00:00Z\"")}}},"event_properties":{"$value":1}}""";

    private static async Task<List<string>> Ids<T>(IAsyncEnumerable<T> rows, Func<T, string> id)
    {
        List<string> ids = [];
        await foreach (T row in rows)
            ids.Add(id(row));
        return ids;
    }
}
