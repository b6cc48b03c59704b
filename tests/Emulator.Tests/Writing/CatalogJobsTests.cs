using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>Jobs of the catalog go on with the clock, and change the catalog when they end.</summary>
public sealed class CatalogJobsTests : IAsyncLifetime
{
    private readonly EmulatorClock _clock = EmulatorClock.Standing();
    private KlaviyoEmulator _emulator = null!;
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data = DataSize.Empty;
            options.TimeProvider = _clock;
            options.ProcessingTime = TimeSpan.FromMinutes(4);
        });
        _client = new EmulatorClient(_emulator);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_job_is_processing_until_its_time_is_over_and_the_items_exist_from_then_on()
    {
        string job = await Start("catalog-category-bulk-create-job", Category("spring"), Category("autumn"));
        (string Status, int Count) atOnce = (await Status(job), _emulator.Count("catalog-category"));
        _clock.Advance(TimeSpan.FromMinutes(4));
        (string Status, int Count) later = (await Status(job), _emulator.Count("catalog-category"));

        atOnce.Should().Be(("processing", 0));
        later.Should().Be(("complete", 2));
        _emulator.Account("default").Contains("catalog-category", "$custom:::$default:::autumn").Should().BeTrue();
    }

    [Fact]
    public async Task An_item_that_cannot_be_created_is_an_error_of_the_job_and_the_others_are_created()
    {
        await Finish(await Start("catalog-category-bulk-create-job", Category("spring")));

        string job = await Start("catalog-category-bulk-create-job", Category("autumn"), Category("spring"));
        JsonElement attributes = await Finish(job);

        attributes.GetProperty("status").GetString().Should().Be("complete");
        attributes.GetProperty("completed_count").GetInt32().Should().Be(1);
        attributes.GetProperty("failed_count").GetInt32().Should().Be(1);
        JsonElement error = attributes.GetProperty("errors").EnumerateArray().Should().ContainSingle().Which;
        error.GetProperty("source").GetProperty("pointer").GetString().Should().Be("/data/attributes/categories/data/1/attributes");
        _emulator.Count("catalog-category").Should().Be(2);
    }

    [Fact]
    public async Task Items_are_updated_and_deleted_by_their_ids()
    {
        await Finish(await Start("catalog-category-bulk-create-job", Category("spring"), Category("autumn")));

        await Finish(await Start(
            "catalog-category-bulk-update-job",
            """{"type":"catalog-category","id":"$custom:::$default:::spring","attributes":{"name":"Spring"}}"""));
        JsonElement deletion = await Finish(await Start(
            "catalog-category-bulk-delete-job",
            """{"type":"catalog-category","id":"$custom:::$default:::autumn"}""",
            """{"type":"catalog-category","id":"$custom:::$default:::winter"}"""));

        JsonElement left = _emulator.Resources("catalog-category").Should().ContainSingle().Which;
        left.GetProperty("attributes").GetProperty("name").GetString().Should().Be("Spring");
        deletion.GetProperty("failed_count").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task A_job_is_forgotten_after_seven_days()
    {
        string job = await Start("catalog-category-bulk-create-job", Category("spring"));
        _clock.Advance(TimeSpan.FromDays(7));

        (await _client.Get(job)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_bad_item_rejects_the_whole_job_with_the_place_of_the_fault()
    {
        Answer answer = await Send(
            "catalog-category-bulk-create-job", Category("spring"), """{"type":"catalog-category","attributes":{"external_id":"autumn"}}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Error.GetProperty("source").GetProperty("pointer").GetString().Should().StartWith("/data/attributes/categories/data/1");
        _emulator.Count("catalog-category-bulk-create-job").Should().Be(0);
    }

    private static string Category(string id) =>
        $$$"""{"type":"catalog-category","attributes":{"external_id":"{{{id}}}","name":"{{{id}}}"}}""";

    private async Task<JsonElement> Finish(string job)
    {
        _clock.Advance(TimeSpan.FromMinutes(4));
        return (await _client.Get(job)).Body.GetProperty("data").GetProperty("attributes");
    }

    private async Task<string> Status(string job) =>
        (await _client.Get(job)).Body.GetProperty("data").GetProperty("attributes").GetProperty("status").GetString()!;

    /// <summary>Starts a job and returns its path.</summary>
    private async Task<string> Start(string type, params string[] items)
    {
        Answer answer = await Send(type, items);
        answer.Status.Should().Be(HttpStatusCode.Accepted, "{0}", answer.Body);
        return $"/api/{type}s/{answer.Body.GetProperty("data").GetProperty("id").GetString()}";
    }

    private async Task<Answer> Send(string type, params string[] items) => await _client.Send(
        "POST", $"/api/{type}s",
        $$$"""
        {"data":{
          "type":"{{{type}}}",
          "attributes":{"categories":{"data":[{{{string.Join(',', items)}}}]}}
        }}
        """);
}
