using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;
using KlaviyoLinq.Tests.Queries;
using KlaviyoLinq.Tests.Streams;

namespace KlaviyoLinq.Tests.FanOut;

/// <summary>Fan-out without a sort: the requests of a query are sent at the same time, and their pages come as they arrive.</summary>
public sealed class ConcurrentFanOutTests(EmulatedAccount account) : QueryTests(account)
{
    [Fact]
    public async Task All_requests_are_in_flight_at_once_and_every_row_comes_once()
    {
        using GatheringHandler handler = new(3);
        await using KlaviyoContext klaviyo = ContextOver(handler);

        List<Profile> rows = await Overlapping(klaviyo).PageSize(20).ToListAsync().InTimeAsync();

        rows.Select(p => p.Id)
            .Should().OnlyHaveUniqueItems().And.BeEquivalentTo(Data.Profiles.Where(p => p.Created > Since || p.Updated > Since).Select(p => p.Id));
    }

    [Fact]
    public async Task With_a_limit_no_request_is_wasted()
    {
        using RecordingHandler handler = new();
        await using KlaviyoContext klaviyo = ContextOver(handler);

        (await Overlapping(klaviyo).Take(5).ToListAsync()).Should().HaveCount(5);
        (await Overlapping(klaviyo).AnyAsync()).Should().BeTrue();
        await Overlapping(klaviyo).FirstAsync();

        handler.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task Leaving_the_loop_cancels_what_is_in_flight()
    {
        using GatheringHandler handler = new(3, holdsLaterPages: true);
        await using KlaviyoContext klaviyo = ContextOver(handler);

        await foreach (KlaviyoPage<Profile> page in Overlapping(klaviyo).PageSize(10).AsPages())
            if (page.Items.Count > 0)
                break;

        handler.Requests.Count(query => query.Contains("page[cursor]", StringComparison.Ordinal)).Should().BePositive().And.Be(handler.Cancelled);
    }

    [Fact]
    public async Task Cancelling_ends_all_requests_with_the_users_token()
    {
        using GatheringHandler handler = new(3, holdsLaterPages: true);
        using CancellationTokenSource cancellation = new();
        await using KlaviyoContext klaviyo = ContextOver(handler);
        Task<List<Profile>> query = Overlapping(klaviyo).PageSize(10).ToListAsync(cancellation.Token);
        await Patience.UntilAsync(() => handler.Requests.Count == 5, query);

        await cancellation.CancelAsync();

        (await FluentActions.Awaiting(() => query.InTimeAsync()).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should()
            .Be(cancellation.Token);
        handler.Cancelled.Should().Be(2);
    }

    [Fact]
    public async Task The_failure_of_one_request_is_thrown_as_it_is_cancels_the_others_and_loses_no_row()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data.Profiles = 200);
        await using KlaviyoContext klaviyo = new(new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = emulator.BaseAddress });
        IKlaviyoQueryable<Profile> query = Overlapping(klaviyo).PageSize(10);
        HashSet<string> expected = [.. (await query.ToListAsync()).Select(p => p.Id)];
        EmulatorFault fault = emulator.Faults.On("GET /api/profiles")
            .When(request => request.Query.Contains("updated", StringComparison.Ordinal) && request.Query.Contains("cursor", StringComparison.Ordinal))
            .Respond(400);
        List<string> ids = [];

        KlaviyoApiException failure = (
            await FluentActions.Awaiting(() => query.ForEachAsync(p => ids.Add(p.Id))).Should().ThrowAsync<KlaviyoApiException>()).Which;

        failure.Checkpoint!.RowsConsumed.Should().Be(ids.Count);
        fault.Remove();
        ids.AddRange((await query.ResumeFrom(failure.Checkpoint).ToListAsync()).Select(p => p.Id));
        ids.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(expected);
    }

    private static IKlaviyoQueryable<Profile> Overlapping(KlaviyoContext klaviyo) =>
        klaviyo.Profiles.Where(p => p.Created > Since || p.Updated > Since || p.Email == "a").AllowFanOut(3);

    private KlaviyoContext ContextOver(HttpMessageHandler handler) =>
        new(new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = Emulator.BaseAddress, HttpMessageHandler = handler });
}
