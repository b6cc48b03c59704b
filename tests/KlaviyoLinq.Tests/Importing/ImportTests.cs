using System.Text.Json;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Importing;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Commands;

namespace KlaviyoLinq.Tests.Importing;

public sealed class ImportTests : CommandTests
{
    private readonly List<KlaviyoImportProgress> _progress = [];

    [Fact]
    public async Task Rows_of_a_stream_are_created_in_jobs_of_a_hundred_and_every_row_exists_once()
    {
        KlaviyoImportResult result = await Klaviyo.CatalogCategories.ImportAsync(Categories(250), Options());

        result.Should().BeEquivalentTo(new { Read = 250L, Sent = 250L, Completed = 250L, RejectedCount = 0L, Requests = 3 });
        Wire.Sent.Where(request => request.Method == "POST").Select(Rows).Should().Equal(100, 100, 50);
        Names().Should().BeEquivalentTo(Enumerable.Range(0, 250).Select(i => $"c{i}"));
    }

    [Fact]
    public async Task No_rows_send_nothing()
    {
        KlaviyoImportResult result = await Klaviyo.CatalogCategories.ImportAsync(Categories(0), Options());

        result.Should().BeEquivalentTo(new { Read = 0L, Sent = 0L, Requests = 0 });
        Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task A_row_that_cannot_be_sent_ends_the_import_and_is_named()
    {
        Func<Task> import = () => Klaviyo.CatalogCategories.ImportAsync(Categories(20, i => i == 7 ? "" : $"c{i}"), Options());

        KlaviyoImportException failure = (await import.Should().ThrowAsync<KlaviyoImportException>()).Which;

        failure.Message.Should().StartWith("Row 7 was rejected: ");
        failure.Result.RejectedCount.Should().Be(1);
        Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task Rows_that_cannot_be_sent_are_set_aside_and_the_others_are_imported()
    {
        List<KlaviyoRejectedRow> rejected = [];

        KlaviyoImportResult result = await Klaviyo.CatalogCategories.ImportAsync(
            Categories(250, i => i % 100 == 7 ? "" : $"c{i}"), new KlaviyoImportOptions { SetsAsideRejectedRows = true, Rejected = rejected.Add });

        rejected.Select(row => row.Row).Should().Equal(7, 107, 207);
        rejected[0].Error.Code.Should().StartWith("KLQ80");
        result.Should().BeEquivalentTo(new { Read = 250L, Completed = 247L, RejectedCount = 3L });
        result.Rejected.Should().Equal(rejected);
        Names().Should().HaveCount(247);
    }

    [Fact]
    public async Task Rows_that_a_job_rejects_are_named_by_their_numbers_in_the_source()
    {
        await Klaviyo.CatalogCategories.ImportAsync(Categories(1, _ => "c130"), Options());

        KlaviyoImportResult result = await Klaviyo.CatalogCategories.ImportAsync(Categories(250), Options(setAside: true));

        KlaviyoRejectedRow rejected = result.Rejected.Should().ContainSingle().Which;
        (rejected.Row, rejected.Error.Code, rejected.MayExist).Should().Be((130, "duplicate_resource", false));
        result.Should().BeEquivalentTo(new { Sent = 250L, Completed = 249L, RejectedCount = 1L });
        Names().Should().HaveCount(250);
    }

    [Fact]
    public async Task Rows_that_Klaviyo_rejects_at_once_are_set_aside_and_the_others_are_sent_once_more()
    {
        using EmulatorFault fault = Emulator.Faults.On("POST /api/catalog-category-bulk-create-jobs").First(1).Body(
            """
            {"errors":[{"id":"1","status":400,"code":"invalid","title":"Invalid input.","detail":"No.","source":{"pointer":"/data/attributes/categories/data/3/attributes/name"}}]}
            """,
            status: 400);

        KlaviyoImportResult result = await Klaviyo.CatalogCategories.ImportAsync(Categories(10), Options(setAside: true));

        result.Rejected.Should().ContainSingle().Which.Row.Should().Be(3);
        result.Should().BeEquivalentTo(new { Completed = 9L, RejectedCount = 1L, Requests = 1 });
        Names().Should().BeEquivalentTo(Enumerable.Range(0, 10).Where(i => i != 3).Select(i => $"c{i}"));
    }

    [Fact]
    public async Task A_lost_answer_doubles_nothing_and_rows_that_may_exist_are_marked()
    {
        using EmulatorFault fault = Emulator.Faults.On("POST /api/catalog-category-bulk-create-jobs").First(1).LoseAnswer();

        KlaviyoImportResult result = await Klaviyo.CatalogCategories.ImportAsync(Categories(10), Options(setAside: true));

        Names().Should().HaveCount(10);
        result.Rejected.Should().HaveCount(10).And.OnlyContain(row => row.MayExist);
    }

    [Fact]
    public async Task Jobs_in_progress_are_limited()
    {
        await Klaviyo.CatalogCategories.ImportAsync(
            Categories(700), new KlaviyoImportOptions { JobsInFlight = 2, PollInterval = TimeSpan.Zero, Progress = new Recorder(_progress), RowCount = 700 });

        _progress.Max(progress => progress.JobsInFlight).Should().Be(2);
        _progress[^1].Should().BeEquivalentTo(new { Read = 700L, Sent = 700L, Completed = 700L, Rejected = 0L, JobsInFlight = 0, Remaining = TimeSpan.Zero });
    }

    [Fact]
    public async Task Rows_are_read_as_they_are_sent()
    {
        List<int> requestsAtRead = [];

        await Klaviyo.CatalogCategories.ImportAsync(Rows(300, i =>
        {
            requestsAtRead.Add(Wire.Sent.Count(request => request.Method == "POST"));
            return Category($"c{i}");
        }), Options());

        requestsAtRead[100].Should().Be(0);
        requestsAtRead[101].Should().Be(1);
        requestsAtRead[201].Should().Be(2);
    }

    [Fact]
    public async Task Resources_are_updated_and_deleted_by_streams()
    {
        await Klaviyo.CatalogCategories.ImportAsync(Categories(3), Options());
        string[] ids = [.. Enumerable.Range(0, 3).Select(i => $"$custom:::$default:::c{i}")];

        KlaviyoImportResult updated = await Klaviyo.CatalogCategories.ImportUpdatesAsync(
            Rows(2, i => new CatalogCategory { Id = ids[i], Name = $"n{i}" }), Options());
        KlaviyoImportResult deleted = await Klaviyo.CatalogCategories.ImportDeletionsAsync(Rows(1, _ => ids[2]), Options());

        (updated.Completed, deleted.Completed).Should().Be((2, 1));
        Names().Should().BeEquivalentTo(["n0", "n1"]);
    }

    protected override void Configure(KlaviyoEmulatorOptions options) => options.Data = DataSize.Empty;

    private static KlaviyoImportOptions Options(bool setAside = false) => new() { PollInterval = TimeSpan.Zero, SetsAsideRejectedRows = setAside };

    private static IAsyncEnumerable<CatalogCategory> Categories(int count, Func<int, string>? id = null) =>
        Rows(count, i => Category(id is null ? $"c{i}" : id(i)));

    private static CatalogCategory Category(string id) =>
        id.Length == 0 ? new CatalogCategory { ExternalId = "none" } : new CatalogCategory { ExternalId = id, Name = id };

    private static async IAsyncEnumerable<T> Rows<T>(int count, Func<int, T> make)
    {
        for (int i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return make(i);
        }
    }

    private static int Rows(SentRequest request) => JsonElement.Parse(request.Body!).GetProperty("data").GetProperty("attributes").GetProperty("categories")
        .GetProperty("data").GetArrayLength();

    private IEnumerable<string?> Names() => Emulator.Resources("catalog-category").Select(row => row.GetProperty("attributes").GetProperty("name").GetString());

    private sealed class Recorder(List<KlaviyoImportProgress> progress) : IProgress<KlaviyoImportProgress>
    {
        public void Report(KlaviyoImportProgress value) => progress.Add(value);
    }
}
