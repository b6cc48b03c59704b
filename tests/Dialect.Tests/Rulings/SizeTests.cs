using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings;
using static KlaviyoLinq.Dialect.Tests.Written;

namespace KlaviyoLinq.Dialect.Tests.Rulings;

public sealed class SizeTests
{
    [Theory]
    [InlineData("/api/events", 1000)]
    [InlineData("/api/lists", 10)]
    [InlineData("/api/web-feeds", 20)]
    public void The_largest_page_is_requested(string path, int size) => Request(path).Should().Be($"{path}?page[size]={size}");

    [Fact]
    public void An_endpoint_that_chooses_its_page_size_is_not_sent_one() => Request("/api/metrics").Should().Be("/api/metrics");

    [Fact]
    public void A_size_of_ones_own_is_kept() => Request("/api/profiles", PageSize(7)).Should().EndWith("page[size]=7");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_size_out_of_range_is_refused(int size)
    {
        KlaviyoFinding finding = Refusal("/api/profiles", PageSize(size));

        finding.Code.Should().Be(KlaviyoFindingCode.PageSizeOutOfRange);
        finding.Advice.Should().Contain("1 to 100");
    }

    [Fact]
    public void A_size_is_refused_where_the_endpoint_takes_none() =>
        Refusal("/api/metrics", PageSize(5)).Code.Should().Be(KlaviyoFindingCode.PageSizeNotSupported);

    [Fact]
    public void A_limit_below_the_page_size_asks_for_a_smaller_page()
    {
        Ruling ruling = Ruling("/api/profiles", Take(150), Take(30));

        ruling.Request!.Limit.Should().Be(30);
        RequestOf(ruling).Should().EndWith("page[size]=30");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_limit_of_nothing_needs_no_request(int count) => Ruling("/api/profiles", Take(count)).Request!.IsEmpty.Should().BeTrue();

    [Theory]
    [InlineData(TerminalKind.First, 1)]
    [InlineData(TerminalKind.Single, 2)]
    public void The_end_of_a_query_asks_for_no_more_than_it_needs(object terminal, int size) =>
        RequestOf(Judged("/api/profiles", (TerminalKind)terminal)).Should().Be($"/api/profiles?page[size]={size}");

    [Fact]
    public void Counting_asks_for_ids_only()
    {
        RequestOf(Judged("/api/events", TerminalKind.Count, Include(Relationship("metric")), Select(Attribute("datetime"))))
            .Should().Be("/api/events?fields[event]=id&page[size]=1000");
        RequestOf(Judged("/api/events", TerminalKind.Any)).Should().Be("/api/events?fields[event]=id&page[size]=1");
    }

    [Fact]
    public void A_limit_after_a_resumed_run_leaves_the_page_as_the_earlier_run_cut_it()
    {
        ResumeStage resume = Resume();

        Ruling ruling = Ruling("/api/profiles", Take(80), resume, Take(30));

        RequestOf(ruling).Should().EndWith("page[size]=80");
        (ruling.Request!.Limit, ruling.Request.WholeLimit).Should().Be((30, 80));
        Ruling("/api/profiles", resume, Take(30)).Request!.WholeLimit.Should().BeNull();
        Refusal("/api/profiles", resume, resume).Code.Should().Be(KlaviyoFindingCode.ResumedTwice);
    }
}
