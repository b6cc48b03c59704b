using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Commands;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Importing;

public sealed class JobTests : CommandTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_job_is_read_until_it_has_ended()
    {
        await using LoopbackServer server = await ServerAsync("queued", "404", "processing", "complete");
        using KlaviyoContext klaviyo = Context(server);
        KlaviyoJob<CatalogItemBulkDeleteJob> job = (await klaviyo.CatalogItems.DeleteManyAsync(["I"])).Single();
        job.HasEnded.Should().BeFalse();

        Task<CatalogItemBulkDeleteJob> waiting = job.WaitAsync();
        await AdvanceUntilAsync(waiting);

        (await waiting).Status.Should().Be(JobStatus.Complete);
        job.HasEnded.Should().BeTrue();
        Wire.Sent.Skip(1).Select(request => request.Uri).Should().HaveCount(3).And.OnlyContain(uri =>
            uri.StartsWith("/api/catalog-item-bulk-delete-jobs/J", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_whose_request_was_sent_again_says_so_because_the_first_may_have_created_its_items()
    {
        int before = Emulator.Count("catalog-category");
        CatalogCategory[] rows = [new() { ExternalId = "shoes", Name = "Shoes" }];
        using EmulatorFault fault = Emulator.Faults.On("POST /api/catalog-category-bulk-create-jobs").First(1).LoseAnswer();

        KlaviyoJob<CatalogCategoryBulkCreateJob> job = (await Klaviyo.CatalogCategories.CreateManyAsync(rows)).Single();
        await job.RefreshAsync();

        job.WasRepeated.Should().BeTrue();
        job.Resource.FailedCount.Should().Be(1, "the first job created the category");
        Emulator.Count("catalog-category").Should().Be(before + 1);
        job = (await Klaviyo.CatalogCategories.CreateManyAsync([new CatalogCategory { ExternalId = "boots", Name = "Boots" }])).Single();
        job.WasRepeated.Should().BeFalse();
    }

    [Fact]
    public async Task Waiting_for_a_job_ends_at_its_limit()
    {
        await using LoopbackServer server = await ServerAsync("queued");
        using KlaviyoContext klaviyo = Context(server);
        KlaviyoJob<CatalogItemBulkDeleteJob> job = (await klaviyo.CatalogItems.DeleteManyAsync(["I"])).Single();

        Task<CatalogItemBulkDeleteJob> waiting = job.WaitAsync(TimeSpan.FromMinutes(2));
        await AdvanceUntilAsync(waiting);

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<TimeoutException>().WithMessage("*00:02:00*queued*");
    }

    private static Task<LoopbackServer> ServerAsync(params string[] states)
    {
        int request = 0;
        return LoopbackServer.StartAsync(context => states[Math.Min(request++, states.Length - 1)] is var state && state == "404"
            ? context.Response.WriteDocumentAsync(Answers.Error(404, "not_found", "Not found", "No such job"), 404)
            : context.Response.WriteDocumentAsync($$$$"""{"data":{"type":"catalog-item-bulk-delete-job","id":"J","attributes":{"status":"{{{{state}}}}"}}}""", 200));
    }

    private KlaviyoContext Context(LoopbackServer server) => NewContext(options =>
        (options.BaseAddress, options.TimeProvider, options.EnableRateLimiting) = (server.Address, _time, false));

    private Task AdvanceUntilAsync(Task waiting) => Patience.UntilAsync(() =>
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        return waiting.IsCompleted;
    });
}
