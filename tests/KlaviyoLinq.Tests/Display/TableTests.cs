using System.Text.Json;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;

namespace KlaviyoLinq.Tests.Display;

[Trait("Category", "Culture")]
public sealed class TableTests
{
    [Fact]
    public async Task A_page_of_a_query_shows_its_rows_and_not_its_cursor()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync();
        await using KlaviyoContext klaviyo = new(new KlaviyoOptions { ApiKey = "pk_tests", BaseAddress = emulator.BaseAddress });
        KlaviyoPage<string?> page = await klaviyo.Profiles.OrderBy(p => p.Email).Select(p => p.Email).PageSize(30).AsPages().FirstAsync();

        string html = NotebookKernel.Show(page, "text/html")!;
        html.Should().Contain("A page of 30 rows, more follow").And.Contain("<p>and 10 more</p>").And.NotContain(page.Cursor);
        NotebookKernel.Show(page, "text/plain").Should().NotContain(page.Cursor);
        page.Items.Take(20).Should().OnlyContain(email => html.Contains($"<td style=\"text-align:left\">{System.Net.WebUtility.HtmlEncode(email)}</td>"));
        emulator.Requests.Should().ContainSingle().Which.Parameter("page[size]").Should().Be("30");
    }

    [Fact]
    public void Values_of_a_row_are_encoded_as_HTML()
    {
        Profile[] rows =
        [
            new() { Id = "<i>", FirstName = "<script>alert(1)</script>", Properties = new KlaviyoMap(new Dictionary<string, object?> { ["<key>"] = "\"&" }) }
        ];

        string html = NotebookKernel.Show(KlaviyoTable.Of(rows), "text/html")!;

        html.Should().Contain("&lt;script&gt;alert(1)&lt;/script&gt;").And.Contain("&lt;key&gt;: &quot;&amp;")
            .And.NotContain("<script").And.NotContain("<i>").And.NotContain("<key>");
    }

    [Fact]
    public void Columns_of_a_projection_are_encoded_and_kept_when_empty() =>
        NotebookKernel.Show(KlaviyoTable.Of([new { A = (string?)null, B = 1.5m }]), "text/html")
            .Should().Contain(">A</th>").And.Contain("<td style=\"text-align:left\"></td><td style=\"text-align:left\">1.5</td>");

    [Fact]
    public void Columns_of_a_resource_are_those_that_hold_something_and_the_id_comes_first()
    {
        Profile[] rows = [new() { Id = "1", Email = "a@example.com" }, new() { Id = "2", Location = new ProfileLocation { City = "Bonn" } }];

        KlaviyoTable.Of(rows).ToString().Should().Be(
            """
            Id  Email          Location
            --  -------------  ----------
            1   a@example.com
            2                  City: Bonn
            """);
    }

    [Fact]
    public void A_table_shows_so_many_rows_and_counts_the_others()
    {
        KlaviyoTable.Of(Enumerable.Range(1, 1_025)).ToString().Should().StartWith("Value\n-----\n1\n").And.EndWith("\n20\nand 1,005 more");
        KlaviyoTable.Of(Enumerable.Range(1, 3), maximumRows: 2).ToString().Should().EndWith("\n2\nand 1 more");
        KlaviyoTable.Of(Enumerable.Range(1, 2), maximumRows: 2).ToString().Should().EndWith("\n2");
        FluentActions.Invoking(() => KlaviyoTable.Of([1], -1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Values_are_written_the_same_in_every_culture() =>
        KlaviyoTable.Of([new
        {
            At = new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.FromHours(2)),
            Number = 1234.5,
            Flag = true,
            Status = CampaignStatus.Sent,
            Json = JsonSerializer.SerializeToElement(new { a = 1 }),
            Metric = new Metric { Id = "M1" },
            Ids = new[] { "a", "b" },
        }]).ToString().Split('\n')[^1].Should().Be("2026-07-01 09:00:00+02:00  1234.5  true  Sent    {\"a\":1}  metric M1  a, b");

    [Fact]
    public void A_cell_is_one_line_and_not_endless()
    {
        string[] lines = KlaviyoTable.Of([new { Text = "a\r\nb" }, new { Text = new string('x', 118) + "😀" }]).ToString().Split('\n');

        lines[2].Should().Be("a b");
        lines[3].Should().Be(new string('x', 118) + "😀");
        KlaviyoTable.Of([new { Text = new string('x', 118) + "😀y" }]).ToString().Should().EndWith(new string('x', 118) + "…");
    }

    [Fact]
    public void Rows_without_a_type_are_shown_as_what_they_are() =>
        KlaviyoTable.Of<object>([new { A = 1 }, new { A = 2 }]).ToString().Should().Be("A\n-\n1\n2");

    [Fact]
    public void Tuples_have_columns_too() => KlaviyoTable.Of([(Name: "a", Count: 2)]).ToString().Should().EndWith("a      2");
}
