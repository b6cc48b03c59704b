using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Checkpoints;

/// <summary>Cursors that lead back, are refused or have expired. No run that is resumed doubles or loses a row, and none stays stuck.</summary>
public sealed class LostCursorTests : IAsyncLifetime
{
    private KlaviyoEmulator _emulator = null!;
    private KlaviyoContext _klaviyo = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 45 });
        _klaviyo = new KlaviyoContext(Runs.Options(_emulator.BaseAddress));
    }

    public async Task DisposeAsync()
    {
        await _klaviyo.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_resumes_after_a_next_link_that_led_back_without_a_doubled_row(bool isMended)
    {
        bool isBroken = true;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            string page = context.Request.Query["page[cursor]"].ToString() switch
            {
                "" => Answers.PageBefore("c1", "A"),
                "c1" => Answers.PageBefore("c2", "B"),
                "c2" => Answers.PageBefore(Volatile.Read(ref isBroken) ? "c1" : "c3", "C"),
                _ => Answers.LastPage("D"),
            };
            return context.Response.WriteDocumentAsync(page);
        });
        await using KlaviyoContext klaviyo = new(Runs.Options(server.Address));
        List<string> read = [];

        KlaviyoPaginationException failure = await FailureAsync<KlaviyoPaginationException>(klaviyo.Profiles, read);
        read.Should().Equal("A", "B", "C");
        failure.Checkpoint!.RowsConsumed.Should().Be(3);
        Volatile.Write(ref isBroken, !isMended);
        KlaviyoCheckpoint checkpoint = KlaviyoCheckpoint.Parse(failure.Checkpoint.Serialize());

        if (isMended)
            read.AddRange((await klaviyo.Profiles.ResumeFrom(checkpoint).ToListAsync()).Select(p => p.Id));
        else
            checkpoint = (await FailureAsync<KlaviyoPaginationException>(klaviyo.Profiles.ResumeFrom(checkpoint), read)).Checkpoint!;

        read.Should().Equal(isMended ? ["A", "B", "C", "D"] : ["A", "B", "C"]);
        server.Targets.ElementAt(3).Should().EndWith("page%5Bcursor%5D=c2", "the run goes on with the page whose next link was wrong");
        if (!isMended)
            (await FailureAsync<KlaviyoPaginationException>(klaviyo.Profiles.ResumeFrom(checkpoint), read)).Checkpoint!.RowsConsumed.Should().Be(3);
        read.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_cursor_that_is_refused_does_not_stay_in_the_checkpoint()
    {
        IKlaviyoQueryable<Profile> query = _klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10);
        List<string> read = [];
        using (_emulator.Faults.On("GET /api/profiles").Call(2).Rewrite(Spoiled))
        {
            KlaviyoBadRequestException failure = await FailureAsync<KlaviyoBadRequestException>(query, read);
            read.Should().HaveCount(20);
            _emulator.ClearRequests();

            read.AddRange((await query.ResumeFrom(KlaviyoCheckpoint.Parse(failure.Checkpoint!.Serialize())).ToListAsync()).Select(p => p.Id));
        }

        read.Should().Equal(Ids());
        _emulator.Requests.Should().HaveCount(
            4, "the page before is asked for again, and then the three behind it").And.OnlyContain(request => request.Status == 200);
    }

    [Fact]
    public async Task A_stored_cursor_that_has_expired_is_replaced_by_that_of_the_page_before()
    {
        IKlaviyoQueryable<Profile> query = _klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10);
        List<KlaviyoPage<Profile>> pages = await query.AsPages().ToListAsync();
        string expired = pages[1].Cursor!;
        using EmulatorFault fault = Expire(expired);

        // The page before links to another spelling of the same place when it is retried.
        using EmulatorFault renewed = _emulator.Faults.On("GET /api/profiles")
            .When(r => r.Parameter("page[cursor]") == pages[0].Cursor)
            .Rewrite(text => text.Replace(expired, "http%3A%2F%2F127.0.0.1%2F%3Fpage%255Bcursor%255D%3D" + expired));
        List<Profile> rest = await query.ResumeFrom(Stored(pages[1].Checkpoint)).ToListAsync();

        rest.Select(p => p.Id).Should().Equal(Ids().Skip(20));
        fault.HitCount.Should().Be(1);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task A_run_whose_cursors_have_all_expired_begins_anew_at_its_sort_key(bool descending, bool atPageEnd)
    {
        IKlaviyoQueryable<Profile> query = (descending ? _klaviyo.Profiles.OrderByDescending(p => p.Created) : _klaviyo.Profiles.OrderBy(p => p.Created))
            .PageSize(10);
        string[] whole = [.. (await query.ToListAsync()).Select(p => p.Id)];
        List<KlaviyoPage<Profile>> pages = await query.AsPages().ToListAsync();
        int consumed = atPageEnd ? 30 : 24;
        KlaviyoCheckpoint checkpoint = Stored(pages[2].CheckpointAfter(consumed - 20));
        string[] expired = [.. pages.Select(page => page.Cursor!).Where(cursor => cursor is not null)];
        using EmulatorFault fault = Expire(expired);

        List<Profile> rest = await query.ResumeFrom(checkpoint).ToListAsync();

        rest.Select(p => p.Id).Should().Equal(whole.Skip(consumed));
        ReceivedRequest chain = _emulator.Requests.Last(request => request.Parameter("page[size]") == "10");    // a request for the last row follows
        chain.Parameter("filter").Should().StartWith(descending ? "less-than(created," : "greater-than(created,");
    }

    [Fact]
    public async Task A_run_whose_cursors_have_all_expired_and_that_has_no_sort_key_says_what_to_do()
    {
        IKlaviyoQueryable<Profile> query = _klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10);
        List<KlaviyoPage<Profile>> pages = await query.AsPages().ToListAsync();
        KlaviyoCheckpoint checkpoint = Stored(pages[2].CheckpointAfter(4));
        using EmulatorFault fault = Expire([.. pages.Select(page => page.Cursor!)]);
        List<string> read = [];

        KlaviyoCheckpointException refusal = await FailureAsync<KlaviyoCheckpointException>(query.ResumeFrom(checkpoint), read);

        read.Should().BeEmpty();
        refusal.Message.Should().Contain("Start the run again without ResumeFrom").And.Contain("continues by itself: created ascending");
        refusal.Checkpoint.Should().Be(checkpoint);
        (refusal.Operation, refusal.Page).Should().Be(("get_profiles", 1));
    }

    [Fact]
    public async Task A_run_without_a_cursor_meets_an_ordinary_error()
    {
        _emulator.Faults.On("GET /api/profiles").Respond(400, detail: "Invalid page cursor.");

        await FailureAsync<KlaviyoBadRequestException>(_klaviyo.Profiles.OrderBy(p => p.Id), []);
    }

    private static KlaviyoCheckpoint Stored(KlaviyoCheckpoint checkpoint) => KlaviyoCheckpoint.Parse(checkpoint.Serialize());

    private static string Spoiled(string text)
    {
        int cursor = text.LastIndexOf("\"next\":", StringComparison.Ordinal);
        int end = text.IndexOf('"', text.IndexOf("cursor%5D=", cursor, StringComparison.Ordinal));
        return text[..(end - 3)] + "xyz" + text[end..];
    }

    private static async Task<T> FailureAsync<T>(IKlaviyoQueryable<Profile> query, List<string> read)
        where T : KlaviyoException =>
        (await FluentActions.Awaiting(() => query.ForEachAsync(p => read.Add(p.Id))).Should().ThrowExactlyAsync<T>()).Which;

    private EmulatorFault Expire(params string[] cursors) =>
        _emulator.Faults.On("GET /api/profiles").When(request => cursors.Contains(request.Parameter("page[cursor]"))).Body(
        """{"errors":[{"id":"1","status":400,"code":"invalid","title":"Invalid input.","detail":"Invalid page cursor.","source":{"parameter":"page[cursor]"},"links":{},"meta":{}}]}""", status: 400);

    private IEnumerable<string> Ids() => _emulator.Resources("profile").Select(json => json.GetProperty("id").GetString()!).Order(StringComparer.Ordinal);
}
