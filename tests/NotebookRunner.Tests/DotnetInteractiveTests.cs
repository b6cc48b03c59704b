using KlaviyoLinq.Emulator;
using KlaviyoLinq.Testing;
using Microsoft.DotNet.Interactive.Formatting;

namespace KlaviyoLinq.NotebookRunner.Tests;

/// <summary>.NET Interactive itself shows the library's types, by the convention that the library follows without referring to it.</summary>
public sealed class DotnetInteractiveTests : IAsyncLifetime
{
    private const string Key = "pk_tests_interactive";

    private KlaviyoEmulator _emulator = null!;
    private KlaviyoContext _klaviyo = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync();
        _klaviyo = _emulator.CreateContext(options => (options.ApiKey, options.AllowSynchronousQueries) = (Key, true));
    }

    public async Task DisposeAsync()
    {
        await _klaviyo.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public void Queries_are_shown_as_their_requests_and_not_run()
    {
        object[] queries =
            [_klaviyo.Profiles, _klaviyo.Profiles.Where(p => p.Email == "a").Select(p => p.FirstName), _klaviyo.Profiles["1"], _klaviyo.Profiles["1"].Lists];

        foreach (object query in queries)
        {
            Formatter.GetPreferredMimeTypesFor(query.GetType()).Should().Equal("text/html");
            query.ToDisplayString("text/html").Should().StartWith("<p><b>GET /api/profiles").And.Contain("profiles:read").And.NotContain(Key);
            query.ToDisplayString("text/plain").Should().StartWith("GET /api/profiles").And.Contain("  sends  /api/profiles").And.NotContain(Key);
        }

        _emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public void A_context_with_all_its_sets_is_shown_without_a_request_and_without_its_key()
    {
        _klaviyo.ToDisplayString("text/html").Should().Contain("GET /api/profiles").And.NotContain(Key);
        new KlaviyoOptions { ApiKey = Key }.ToDisplayString("text/html").Should().Be("<p><b>Klaviyo revision 2026-07-15 at a.klaviyo.com</b></p>\n");

        _emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Pages_and_tables_are_shown_as_tables()
    {
        KlaviyoPage<string?> page = await _klaviyo.Metrics.Select(m => m.Name).AsPages().FirstAsync();

        page.ToDisplayString("text/html").Should().StartWith("<p><b>A page of 12 rows, the last one</b></p>\n<table>").And.Contain(">Placed Order</td>");
        KlaviyoTable.Of(page.Items, 1).ToDisplayString("text/html").Should().Contain("<p>and 11 more</p>");
    }

    [Fact]
    public void The_tool_shows_what_dotnet_interactive_shows()
    {
        var query = _klaviyo.Events.Where(e => e.MetricId == "M").Select(e => new { e.Datetime, e.Metric.Name });

        foreach ((string form, string text) in Showing.MimeBundle.Of(query, ""))
            text.Should().Be(query.ToDisplayString(form));
    }
}
