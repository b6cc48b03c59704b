using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Server;

[Trait("Category", "Culture")]
public sealed class RevisionsTests
{
    private static readonly string[] _answering = ["2025-04-15", "2025-07-15", "2026-07-15"];

    [Theory]
    [InlineData("2026-07-15", "2028-07-15")]
    [InlineData("2025-04-15", "2027-04-15")]
    public async Task A_living_revision_answers_and_says_until_when_also_when_it_is_deprecated(string revision, string retirement)
    {
        await using KlaviyoEmulator emulator = await Start("2026-11-01T00:00:00Z");

        using HttpResponseMessage response = await Ask(emulator, revision);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.GetValues("X-Klaviyo-Api-Revision").Should().Equal(revision);
        response.Headers.GetValues("X-Klaviyo-Api-Retirement-Date").Should().Equal(retirement);
    }

    [Theory]
    [InlineData("2026-11-01T00:00:00Z", "2023-07-15", "2025-04-15")]
    [InlineData("2027-04-14T23:59:59Z", "2025-04-15", "2025-04-15")]
    [InlineData("2027-04-15T00:00:00Z", "2025-04-15", "2025-07-15")]
    [InlineData("2040-01-01T00:00:00Z", "2025-04-15", "2026-07-15")]
    [InlineData("2040-01-01T00:00:00Z", "2026-07-15", "2026-07-15")]
    public async Task A_retired_revision_falls_forward_to_the_oldest_that_lives_and_the_newest_never_retires(string now, string requested, string answering)
    {
        await using KlaviyoEmulator emulator = await Start(now);

        using HttpResponseMessage response = await Ask(emulator, requested);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.GetValues("X-Klaviyo-Api-Revision").Should().Equal(answering);
    }

    [Theory]
    [InlineData("1", HttpStatusCode.Gone)]
    [InlineData("0", HttpStatusCode.OK)]
    public async Task Opting_out_of_falling_forward_reports_the_retired_revision(string value, HttpStatusCode status)
    {
        await using KlaviyoEmulator emulator = await Start("2026-11-01T00:00:00Z");

        using HttpResponseMessage retired = await Ask(emulator, "2023-07-15", value);
        using HttpResponseMessage living = await Ask(emulator, "2025-07-15", value);

        retired.StatusCode.Should().Be(status);
        living.StatusCode.Should().Be(HttpStatusCode.OK);
        if (status == HttpStatusCode.Gone)
            JsonElement.Parse(await retired.Content.ReadAsStringAsync()).GetProperty("errors")[0].GetProperty("status").GetInt32().Should().Be(410);
    }

    [Theory]
    [InlineData("2019-01-01")]
    [InlineData("2026-04-15")]
    [InlineData("2026-07-15.pre")]
    [InlineData("newest")]
    public async Task A_revision_that_is_unknown_or_not_served_is_a_bad_request(string revision)
    {
        await using KlaviyoEmulator emulator = await Start("2026-11-01T00:00:00Z");

        using HttpResponseMessage response = await Ask(emulator, revision);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Headers.Contains("X-Klaviyo-Api-Revision").Should().BeFalse();
    }

    private static Task<KlaviyoEmulator> Start(string now) => KlaviyoEmulator.StartAsync(options =>
        (options.Data, options.KnownRevisions, options.TimeProvider) = (DataSize.Empty, _answering, new FixedClock(now)));

    private static async Task<HttpResponseMessage> Ask(KlaviyoEmulator emulator, string revision, string? optOut = null)
    {
        using HttpClient http = new() { BaseAddress = emulator.BaseAddress };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Klaviyo-API-Key pk_0123456789abcdef");
        http.DefaultRequestHeaders.Add("revision", revision);
        if (optOut is not null)
            http.DefaultRequestHeaders.Add("X-Klaviyo-Revision-Fall-Forward-Opt-Out", optOut);
        return await http.GetAsync("api/profiles");
    }
}
