using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Reporting;

public sealed class FormReportTests : ShopAccount
{
    [Fact]
    public async Task Forms_are_counted_from_the_events_that_name_them()
    {
        Fill();

        List<JsonElement> rows = await Report.Rows(
            Client, "form-values-report",
            new
            {
                statistics = new[] { "viewed_form", "viewed_form_uniques", "submits", "submit_rate", "closed_form" },
                timeframe = new { key = "last_7_days" },
            });

        rows.Select(row => row.GetProperty("groupings").GetRawText()).Should().Equal("""{"form_id":"FORM1"}""", """{"form_id":"FORM2"}""");
        rows[0].GetProperty("statistics").GetRawText()
            .Should().Be("""{"viewed_form":4,"viewed_form_uniques":3,"submits":1,"submit_rate":0.25,"closed_form":0}""");
        rows[1].GetProperty("statistics").GetRawText()
            .Should().Be("""{"viewed_form":0,"viewed_form_uniques":0,"submits":0,"submit_rate":0,"closed_form":1}""");
    }

    [Fact]
    public async Task Versions_are_groups_of_their_own_and_filters_choose_among_them()
    {
        Fill();

        JsonElement answer = await Report.Attributes(Client, "form-series-report", new
        {
            statistics = new[] { "viewed_form" }, timeframe = new { key = "last_7_days" }, interval = "weekly",
            group_by = new[] { "form_id", "form_version_id" },
            filter = """and(equals(form_id,"FORM1"),any(form_version_id,["2","3"]))""",
        });

        answer.GetProperty("date_times").EnumerateArray().Select(date => date.GetString())
            .Should().Equal("2026-07-06T00:00:00+00:00", "2026-07-13T00:00:00+00:00");
        JsonElement row = answer.GetProperty("results").EnumerateArray().Single();
        row.GetProperty("groupings").GetRawText().Should().Be("""{"form_id":"FORM1","form_version_id":"2"}""");
        row.Values("viewed_form").Should().Equal(1, 1);
    }

    [Fact]
    public async Task Every_statistic_of_the_document_is_computed()
    {
        Fill();
        string[] all = Report.Statistics("form-values-report");

        JsonElement row = (await Report.Rows(Client, "form-values-report", new { statistics = all, timeframe = new { key = "this_month" } }))[0];

        all.Should().HaveCount(12);
        row.GetProperty("statistics").EnumerateObject().Select(member => member.Name).Should().Equal(all);
    }

    private void Fill()
    {
        foreach ((string profile, string version, string day) in new[] { ("P1", "1", "10"), ("P1", "2", "11"), ("P2", "1", "11"), ("P3", "2", "14") })
            Happens("Viewed Form", $"2026-07-{day}T08:00:00Z", profile, ("form_id", "FORM1"), ("form_version_id", version));
        Happens("Submitted Form", "2026-07-14T08:00:00Z", "P3", ("form_id", "FORM1"), ("form_version_id", "2"));
        Happens("Closed Form", "2026-07-14T08:00:00Z", "P3", ("form_id", "FORM2"));
        Happens("Viewed Form", "2026-07-14T08:00:00Z", "P3");
        Happens("Viewed Form", "2026-07-08T08:00:00Z", "P3", ("form_id", "FORM1"));
    }
}
