using System.Globalization;
using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

public sealed class CouponCodeJobsTests : WriteTests
{
    private const string Jobs = "/api/coupon-code-bulk-create-jobs";

    [Fact]
    public async Task Codes_exist_when_the_job_has_ended_and_those_that_cannot_are_its_errors()
    {
        Emulator.Add("""{"type":"coupon","id":"AUTUMN","attributes":{"external_id":"AUTUMN"}}""");

        Answer job = await Sends("POST", Jobs, Body(Code("A"), Code("B"), Code("A"), Code("C", "MISSING")), HttpStatusCode.Accepted);
        (string Status, int Count) queued = (await Status(job), Emulator.Count("coupon-code"));
        Clock.Advance(ProcessingTime / 2);
        string processing = await Status(job);
        Clock.Advance(ProcessingTime / 2);
        JsonElement ended = await Read($"{Jobs}/{Id(job)}");

        queued.Should().Be(("queued", 0));
        processing.Should().Be("processing");
        (ended.GetProperty("status").GetString(), ended.GetProperty("completed_count").GetInt32(), ended.GetProperty("failed_count").GetInt32())
            .Should().Be(("complete", 2, 2));
        ended.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("source").GetProperty("pointer").GetString()).Should().Equal(
            "/data/attributes/coupon-codes/data/2/attributes", "/data/attributes/coupon-codes/data/3/relationships/coupon/data/id");
        (await Client.Ids("/api/coupon-codes?filter=equals(coupon.id,\"AUTUMN\")")).Should().BeEquivalentTo("AUTUMN-A", "AUTUMN-B");
        (await Client.Get($"{Jobs}/{Id(job)}?include=coupon-codes")).Body.GetProperty("included").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task A_job_has_a_thousand_codes_at_most() => (await IsRefused(
        "POST", Jobs, Body([.. Enumerable.Range(0, 1001).Select(i => Code(i.ToString(CultureInfo.InvariantCulture)))]), HttpStatusCode.BadRequest,
        "/data/attributes/coupon-codes/data")).Should().Contain("1000");

    [Fact]
    public async Task An_account_has_a_hundred_jobs_in_progress_at_most()
    {
        Emulator.Add("""{"type":"coupon","id":"AUTUMN","attributes":{"external_id":"AUTUMN"}}""");
        for (int i = 0; i < 100; i++)
            await Sends("POST", Jobs, Body(Code(i.ToString(CultureInfo.InvariantCulture))), HttpStatusCode.Accepted);

        await IsRefused("POST", Jobs, Body(Code("X")), HttpStatusCode.BadRequest, "/data/");
        Clock.Advance(ProcessingTime);
        await Sends("POST", Jobs, Body(Code("X")), HttpStatusCode.Accepted);
    }

    private async Task<string> Status(Answer job) => (await Read($"{Jobs}/{Id(job)}")).GetProperty("status").GetString()!;

    private static string Code(string code, string coupon = "AUTUMN") =>
        $$$$$"""
        {"type":"coupon-code","attributes":{"unique_code":"{{{{{code}}}}}"},"relationships":{"coupon":{"data":{"type":"coupon","id":"{{{{{coupon}}}}}"}}}}
        """;

    private static string Body(params string[] codes) =>
        $$$$$"""{"data":{"type":"coupon-code-bulk-create-job","attributes":{"coupon-codes":{"data":[{{{{{string.Join(',', codes)}}}}}]}}}}""";
}
