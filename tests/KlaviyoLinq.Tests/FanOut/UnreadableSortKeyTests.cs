using System.Globalization;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.FanOut;

/// <summary>
/// Tests of sorted requests that are merged, where a row has a sort key that cannot be read: it comes right after the row before it, and all others come once
/// and in order.
/// </summary>
public sealed class UnreadableSortKeyTests
{
    private static readonly string[] _readable = ["A1", "B2", "A3", "B4", "AB5"];
    private static readonly string[] _all = ["A1", "AB", "B2", "A3", "B4", "AB5"];

    [Theory]
    [InlineData(false, 10)]
    [InlineData(true, 10)]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    public async Task It_can_be_left_out(bool descending, int size)
    {
        List<string?> reported = [];
        await using LoopbackServer server = await StartAsync(descending, size);
        await using KlaviyoContext klaviyo = Context(server, failure =>
        {
            reported.Add(failure.ResourceId);
            return KlaviyoMaterializationAction.SkipRow;
        });

        List<Profile> rows = await Query(klaviyo, descending).ToListAsync();

        rows.Select(p => p.Id).Should().Equal(InOrder(_readable, descending));
        reported.Should().Equal("AB");
        (await Query(klaviyo, descending).Select(p => new { p.Id, p.Created }).ToListAsync()).Select(p => p.Id).Should().Equal(InOrder(_readable, descending));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1)]
    public async Task Null_can_stand_in_its_place(int size)
    {
        await using LoopbackServer server = await StartAsync(descending: false, size);
        await using KlaviyoContext klaviyo = Context(server, _ => KlaviyoMaterializationAction.UseNull);

        List<Profile> rows = await Query(klaviyo, descending: false).ToListAsync();

        rows.Select(p => p.Id).Should().Equal(_all);
        rows.Select(p => p.Created is null).Should().Equal(false, true, false, false, false, false);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1)]
    public async Task A_run_that_ends_at_it_continues_after_it_and_reads_it_no_second_time(int size)
    {
        await using LoopbackServer server = await StartAsync(descending: false, size);
        await using KlaviyoContext klaviyo = Context(server, handler: null);
        List<string> read = [];

        Func<Task> run = () => Query(klaviyo, descending: false).ForEachAsync(p => read.Add(p.Id));
        KlaviyoMaterializationException failure = (await run.Should().ThrowAsync<KlaviyoMaterializationException>()).Which;

        (failure.ResourceId, failure.CheckpointAfter!.RowsConsumed).Should().Be(("AB", 2));
        read.Should().Equal("A1");
        KlaviyoCheckpoint after = KlaviyoCheckpoint.Parse(failure.CheckpointAfter.Serialize());
        read.AddRange((await Query(klaviyo, descending: false).ResumeFrom(after).ToListAsync()).Select(p => p.Id));
        read.Should().Equal(_readable);
    }

    [Fact]
    public async Task As_the_first_row_it_does_not_show_where_rows_without_a_key_are()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.WriteDocumentAsync(IsByEmail(context)
            ? Page([Row("AB", "\"yesterday\""), Row("A1", Day(1)), Row("A9", "null")], 0, 10)
            : Page([Row("B2", Day(2)), Row("B9", "null")], 0, 10)));
        await using KlaviyoContext klaviyo = Context(server, _ => KlaviyoMaterializationAction.UseNull);

        (await Query(klaviyo, descending: false).ToListAsync()).Select(p => p.Id).Should().Equal("AB", "A1", "B2", "A9", "B9");
    }

    [Fact]
    public async Task Without_a_sort_a_row_that_several_requests_return_is_reported_and_left_out_once()
    {
        List<string?> reported = [];
        await using LoopbackServer server = await StartAsync(descending: false, size: 2);
        await using KlaviyoContext klaviyo = Context(server, failure =>
        {
            reported.Add(failure.ResourceId);
            return KlaviyoMaterializationAction.SkipRow;
        });

        List<Profile> rows = await klaviyo.Profiles.Where(p => p.Email == "a@example.com" || p.ExternalId == "b").AllowFanOut(2).ToListAsync();

        rows.Select(p => p.Id).Should().BeEquivalentTo(_readable);
        reported.Should().Equal("AB");
    }

    private static IKlaviyoQueryable<Profile> Query(KlaviyoContext klaviyo, bool descending)
    {
        IKlaviyoQueryable<Profile> query = klaviyo.Profiles.Where(p => p.Email == "a@example.com" || p.ExternalId == "b").AllowFanOut(2);
        return descending ? query.OrderByDescending(p => p.Created) : query.OrderBy(p => p.Created);
    }

    private static IEnumerable<string> InOrder(string[] ids, bool descending) => descending ? ids.Reverse() : ids;

    /// <summary>Two requests with three and four rows; both return AB, whose key is no date, and AB5.</summary>
    private static Task<LoopbackServer> StartAsync(bool descending, int size)
    {
        string[] byEmail = [Row("A1", Day(1)), Row("AB", "\"yesterday\""), Row("A3", Day(3)), Row("AB5", Day(5))];
        string[] byExternalId = [Row("B2", Day(2)), Row("AB", "\"yesterday\""), Row("B4", Day(4)), Row("AB5", Day(5))];
        return LoopbackServer.StartAsync(context =>
        {
            IEnumerable<string> rows = InOrder(IsByEmail(context) ? byEmail : byExternalId, descending);
            int from = int.Parse(context.Request.Query["page[cursor]"].FirstOrDefault("0")!, CultureInfo.InvariantCulture);
            return context.Response.WriteDocumentAsync(Page([.. rows], from, size));
        });
    }

    private static bool IsByEmail(HttpContext context) => context.Request.Query["filter"].ToString().Contains("email", StringComparison.Ordinal);

    private static string Page(string[] rows, int from, int size)
    {
        string next = from + size < rows.Length ? $"\"?page[cursor]={from + size}\"" : "null";
        return $$$"""{"data":[{{{string.Join(',', rows.Skip(from).Take(size))}}}],"links":{"next":{{{next}}}}}""";
    }

    private static string Row(string id, string created) => $$$"""{"type":"profile","id":"{{{id}}}","attributes":{"created":{{{created}}} } }""";

    private static string Day(int day) => $"\"2026-01-0{day}T00:00:00+00:00\"";

    private static KlaviyoContext Context(LoopbackServer server, Func<KlaviyoMaterializationException, KlaviyoMaterializationAction>? handler)
    {
        KlaviyoOptions options = Runs.Options(server.Address);
        options.OnMaterializationError = handler;
        return new KlaviyoContext(options);
    }
}
