namespace KlaviyoLinq.NotebookRunner.Tests;

[Collection("console")]
public sealed class ShowingTests
{
    private const string Account = "using KlaviyoLinq; using KlaviyoLinq.Emulator; using KlaviyoLinq.Model; using KlaviyoLinq.Testing;\n"
        + "var emulator = await KlaviyoEmulator.StartAsync(); var klaviyo = emulator.CreateContext(o => o.AllowSynchronousQueries = true);";

    [Fact]
    public async Task A_query_is_shown_as_its_request_and_not_run()
    {
        NotebookRun run = await Book.RunAsync(
            Account, "klaviyo.Profiles.Where(p => p.Email == \"a\").Select(p => p.FirstName)", "emulator.Requests.Count", "await emulator.DisposeAsync();");

        run.Failures.Should().BeEmpty();
        run.Form(2, "text/html").Should().Contain("/api/profiles?filter=equals(email,&quot;a&quot;)&amp;fields[profile]=first_name");
        run.Outputs(2).Should().ContainSingle().Which.Should().StartWith("execute_result: GET /api/profiles\n  sends  /api/profiles?");
        run.Outputs(3).Should().Equal("execute_result: 0");
    }

    [Fact]
    public async Task A_list_of_rows_is_shown_as_a_table()
    {
        NotebookRun run = await Book.RunAsync(
            Account, "await klaviyo.Metrics.Select(m => new { m.Id, m.Name }).Take(2).ToListAsync()", "klaviyo.RateLimits.Count",
            "await emulator.DisposeAsync();");

        run.Failures.Should().BeEmpty();
        run.Form(2, "text/html").Should().Contain("Id</th>").And.Contain("Name</th>").And.Contain(">Viewed Product</td>");
        run.Form(2, "text/plain").Should().Contain("Viewed Product");
    }

    [Fact]
    public async Task Values_of_rows_are_encoded_and_their_number_is_limited()
    {
        NotebookRun run = await Book.RunAsync("Enumerable.Range(1, 50).Select(i => new { Text = $\"<script>{i}</script>\" })");

        run.Form(1, "text/html")
            .Should().Contain("&lt;script&gt;20&lt;/script&gt;").And.NotContain("<script>").And.NotContain("&gt;21&lt;").And.Contain("and 30 more");
    }

    [Fact]
    public async Task A_resource_is_shown_as_a_table_of_what_it_holds()
    {
        NotebookRun run = await Book.RunAsync("using KlaviyoLinq.Model;\nnew Profile { Id = \"1\", FirstName = \"Jane\" }");

        run.Form(1, "text/plain").Should().Be("Id  FirstName\n--  ---------\n1   Jane");
    }

    [Fact]
    public async Task A_type_of_any_library_is_shown_by_the_convention()
    {
        NotebookRun run = await Book.RunAsync(
            """
            class TypeFormatterSourceAttribute : Attribute { public TypeFormatterSourceAttribute(Type type) => FormatterSourceType = type; public Type FormatterSourceType { get; } }
            class Source { public IEnumerable<object> CreateTypeFormatters() => new object[] { new Refusing(), new Html() }; }
            class Refusing { public string MimeType => "text/html"; public bool Format(object value, TextWriter writer) => false; }
            class Html { public string MimeType => "text/html"; public bool Format(object value, TextWriter writer) { writer.Write("<b>shown</b>"); return true; } }
            [TypeFormatterSource(typeof(Source))] class Shown { public override string ToString() => "plain"; }
            """,
            "new Shown()");

        run.Form(2, "text/html").Should().Be("<b>shown</b>");
        run.Form(2, "text/plain").Should().Be("plain");
    }

    [Fact]
    public async Task A_plot_is_shown_as_a_picture_and_in_words()
    {
        NotebookRun run = await Book.RunAsync(
            """
            var plot = new ScottPlot.Plot();
            plot.Add.Bars(new double[] { 1, 2.5 }).LegendText = "some";
            plot.Add.Scatter(new double[] { 0, 1 }, new double[] { 3, 4 });
            plot.Title("Both"); plot.XLabel("day"); plot.YLabel("number");
            plot
            """);

        run.Form(1, "text/plain").Should().Be("plot: Both\n  x: day\n  y: number\n  bars \"some\": (0, 1) (1, 2.5)\n  line: (0, 3) (1, 4)");
        run.Form(1, "image/svg+xml").Should().StartWith("<svg ").And.Contain("width=\"800\"").And.Contain("id=\"cell-1-0-cl_");
        FluentActions.Invoking(() => System.Xml.Linq.XDocument.Parse(run.Form(1, "image/svg+xml")!)).Should().NotThrow();
    }

    [Fact]
    public async Task Two_pictures_share_no_id()
    {
        NotebookRun run = await Book.RunAsync("var plot = new ScottPlot.Plot(); plot.Add.Bars(new double[] { 1 }); display(plot); plot");

        string[] ids =
            [
                .. run.Results[0].Outputs.SelectMany(
                    output =>
                        System.Text.RegularExpressions.Regex.Matches(output!["data"]!["image/svg+xml"]!.ToJsonString(), @"id=\\u0022([^\\]+)")
                            .Select(match => match.Value))
            ];
        ids.Should().HaveCountGreaterThan(1).And.OnlyHaveUniqueItems();
    }
}
