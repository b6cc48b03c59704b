using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Display;

public sealed class QueryDisplayTests : IAsyncLifetime
{
    private const string Key = "pk_tests_display";

    private KlaviyoEmulator _emulator = null!;
    private KlaviyoContext _klaviyo = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync();
        // With synchronous queries allowed, a notebook that enumerates what it shows would run the query.
        _klaviyo = new KlaviyoContext(new KlaviyoOptions { ApiKey = Key, BaseAddress = _emulator.BaseAddress, AllowSynchronousQueries = true });
    }

    public async Task DisposeAsync()
    {
        await _klaviyo.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public void A_query_shows_its_request_its_fields_its_scopes_and_its_limits()
    {
        string email = "jane@example.com";
        var query = _klaviyo.Profiles.Where(p => p.Email == email).Select(p => new { p.FirstName, p.Location.City }).Take(7);

        NotebookKernel.Show(query, "text/plain").Should().Be(
            """
            GET /api/profiles
              sends  /api/profiles?filter=equals(email,"jane@example.com")&fields[profile]=first_name,location.city&page[size]=7
              fields profile: first_name, location.city
              rows   at most 7
              scopes profiles:read
              limits 75 requests a second, 750 a minute
            """);
        NotebookKernel.Show(query, "text/html").Should().Contain("<b>GET /api/profiles</b>")
            .And.Contain("<code>/api/profiles?filter=equals(email,&quot;jane@example.com&quot;)&amp;fields[profile]=first_name,location.city&amp;page[size]=7</code>")
            .And.Contain("<code>profile: first_name, location.city</code>").And.Contain("profiles:read");
    }

    [Fact]
    public void Showing_a_query_sends_nothing_and_shows_no_key()
    {
        object[] shown =
        [
            _klaviyo.Profiles,
            _klaviyo.Profiles["01H"],
            _klaviyo.Lists["L1"].Profiles,
            _klaviyo.Profiles.Include(p => p.Lists),
            _klaviyo.Profiles.OrderBy(p => p.Created),
            ((IQueryable<Profile>)_klaviyo.Profiles).Where(p => p.Email == "a"),
            _klaviyo.Profiles.Where(p => p.Email == "a" || p.ExternalId == "b").AllowFanOut(2).Explain(),
        ];

        foreach (object query in shown)
            foreach (string form in (string[])["text/html", "text/plain"])
                NotebookKernel.Show(query, form).Should().Contain("/api/").And.NotContain(Key).And.NotContain(_emulator.BaseAddress.Authority);
        _emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public void A_query_that_is_refused_shows_the_refusal_instead_of_throwing()
    {
        var query = _klaviyo.Profiles.Where(p => p.FirstName == "<b>");

        NotebookKernel.Show(query, "text/plain").Should().StartWith("Klaviyo cannot answer this query:\nKLQ2001").And.Contain("^^^^");
        NotebookKernel.Show(query, "text/html").Should().Contain("<pre>KLQ2001").And.Contain("p.FirstName == &quot;&lt;b&gt;&quot;").And.NotContain("\"<b>\"");
    }

    [Fact]
    public void A_query_of_several_requests_shows_each_and_one_of_none_says_so()
    {
        NotebookKernel.Show(_klaviyo.Profiles.Where(p => p.Email == "a" || p.ExternalId == "b").AllowFanOut(2), "text/html")
            .Should().Contain("equals(email,&quot;a&quot;)").And.Contain("equals(external_id,&quot;b&quot;)");
        NotebookKernel.Show(_klaviyo.Profiles.Take(0), "text/plain").Should().Contain("sends  nothing");
    }

    [Fact]
    public void An_explanation_shows_what_its_query_shows()
    {
        var query = _klaviyo.Events.Where(e => e.MetricId == "M").Select(e => new { e.Datetime, e.Metric.Name });

        NotebookKernel.Show(query.Explain(), "text/html").Should().Be(NotebookKernel.Show(query, "text/html"));
        query.Explain().ToString().Should().Be(NotebookKernel.Show(query, "text/plain")).And.Contain("fields metric: name");
    }

    [Fact]
    public async Task An_expensive_request_shows_the_limit_of_its_expensive_part()
    {
        var query = _klaviyo.Profiles.AdditionalFields(p => p.PredictiveAnalytics).Take(1);

        NotebookKernel.Show(query, "text/plain").Should().EndWith(
            "  limits 75 requests a second, 750 a minute\n  limits 10 requests a second, 150 a minute, for additional-fields[profile]=predictive_analytics");
        query.Explain().RateLimits.Should().Equal(
            new KlaviyoRateLimit("GET /api/profiles", 75, 750), new KlaviyoRateLimit("additional-fields[profile]=predictive_analytics", 10, 150));
        (await query.ToListAsync()).Should().ContainSingle();
        _klaviyo.RateLimits.Select(limit => limit.Name)
            .Order().Should().Equal(query.Explain().RateLimits.Select(limit => limit.Name).Order(), "these are what the request was counted against");
    }

    [Fact]
    public void Options_and_tokens_show_no_secret()
    {
        KlaviyoOptions options = new() { ApiKey = Key };
        KlaviyoAccessToken token = new("secret-token");

        foreach (string form in (string[])["text/html", "text/plain"])
        {
            NotebookKernel.Show(options, form).Should().Contain("a.klaviyo.com").And.NotContain(Key);
            NotebookKernel.Show(token, form).Should().Contain("Bearer").And.NotContain("secret-token");
        }
    }

    [Fact]
    public void Notebooks_prefer_HTML() => NotebookKernel.Preferred(_klaviyo.Profiles).Should().Equal("text/html");
}
