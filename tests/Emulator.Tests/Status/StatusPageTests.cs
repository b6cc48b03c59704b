using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace KlaviyoLinq.Emulator.Tests.Status;

public sealed partial class StatusPageTests : IAsyncLifetime
{
    private KlaviyoEmulator _emulator = null!;
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(o =>
        {
            (o.Data, o.RateLimits) = (new DataSize { Profiles = 1234, Events = 10 }, new RateLimitSettings());
            o.Accounts.Add(new EmulatorAccountOptions("second <b>") { ApiKeys = ["pk_second"], Data = new DataSize { Profiles = 5, Events = 0 } });
        });
        _client = new EmulatorClient(_emulator);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task The_page_shows_requests_windows_and_data_counts()
    {
        _emulator.Faults.On("GET /api/metrics").Respond(503);
        await _client.Get("/api/profiles?filter=equals(email,%22a%22)");
        await _client.Get("/api/metrics");

        string page = Text(await _client.Http.GetStringAsync("/"));

        page.Should().Contain("GET /api/profiles filter=equals(email,\"a\") default");
        page.Should().Contain("503 GET /api/metrics").And.Contain("GET /api/metrics 1 1", "a fault was set and struck");
        page.Should().Contain("pk_01… GET /api/profiles 1 min").And.Contain("1/750");
        page.Should().Contain("profile 1,234 5").And.Contain("2 requests").And.Contain("2 accounts").And.Contain("1 faults set");
    }

    [Fact]
    public async Task The_page_needs_nothing_but_itself_and_holds_no_key()
    {
        await _client.Get("/api/profiles");

        using HttpResponseMessage response = await _client.Http.GetAsync("/");
        string page = await response.Content.ReadAsStringAsync();

        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        page.Should().NotContain("http://").And.NotContain("https://").And.NotContain("src=").And.NotContain("<link");
        page.Should().NotContain("pk_0123456789").And.NotContain("pk_second");
        (await _client.Http.GetStringAsync("/status.json")).Should().NotContain("pk_0123456789").And.NotContain("pk_second");
    }

    [Fact]
    public async Task Values_sent_by_a_client_stay_text()
    {
        await _client.Get("/api/profiles?filter=%3Cscript%3Ealert(1)%3C/script%3E");

        string page = await _client.Http.GetStringAsync("/");

        page.Should().Contain("&lt;script&gt;alert(1)").And.NotContain("<script>alert").And.Contain("second &lt;b&gt;").And.NotContain("second <b>");
    }

    [Fact]
    public async Task The_same_is_there_for_programs()
    {
        await _client.Get("/api/nothing");

        Answer status = await _client.Get("/status.json");

        status.Body.GetProperty("request_count").GetInt64().Should().Be(1);
        status.Body.GetProperty("requests")[0].GetProperty("path").GetString().Should().Be("/api/nothing");
        status.Body.GetProperty("requests")[0].GetProperty("status").GetInt32().Should().Be(404);
        status.Body.GetProperty("data").GetProperty("default").GetProperty("profile").GetInt32().Should().Be(1234);
        status.Body.GetProperty("data").GetProperty("second <b>").GetProperty("profile").GetInt32().Should().Be(5);
    }

    [Fact]
    public async Task Looking_at_the_status_is_not_a_request_to_Klaviyo()
    {
        _emulator.Faults.OnAny().Respond(500);

        (await _client.Http.GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await _client.Http.GetAsync("/status.json")).StatusCode.Should().Be(HttpStatusCode.OK);

        _emulator.Requests.Should().BeEmpty();
    }

    [ChromiumFact]
    public async Task A_browser_keeps_the_page_up_to_date()
    {
        // Every look at this clock takes a minute, so the time on the page tells how often the page was requested.
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => (o.Data, o.TimeProvider) = (DataSize.Empty, new MinuteClock()));
        using EmulatorClient client = new(emulator);
        DateTime first = TimeOn(await client.Http.GetStringAsync("/"));
        DateTime second = TimeOn(await client.Http.GetStringAsync("/"));

        DateTime last = TimeOn(await Chromium.DomAsync(emulator.BaseAddress, TimeSpan.FromSeconds(30)));

        (last - second).Should().BeGreaterThan(4 * (second - first), "a page looks again every two seconds");
    }

    [ChromiumFact]
    public async Task A_browser_paints_the_page()
    {
        string file = Path.Combine(Path.GetTempPath(), $"status-{Guid.NewGuid():N}.png");
        try
        {
            await Chromium.ScreenshotAsync(_emulator.BaseAddress, file);

            byte[] picture = await File.ReadAllBytesAsync(file);
            picture.AsSpan(1, 3).ToArray().Should().Equal("PNG"u8.ToArray());
            picture.Length.Should().BeGreaterThan(30_000, "an empty page would be smaller");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Tests of the status page's text.</summary>
    private static string Text(string html) => WebUtility.HtmlDecode(Blanks().Replace(Tags().Replace(Unread().Replace(html, ""), " "), " "));

    private static DateTime TimeOn(string page) =>
        DateTime.ParseExact(Moment().Match(page).Groups[1].Value, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    [GeneratedRegex("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) UTC")]
    private static partial Regex Moment();

    [GeneratedRegex("<(style|script)>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Unread();

    [GeneratedRegex("</?[a-z][^>]*>|<!DOCTYPE html>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
