using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Clients;

public sealed class ClientReportTests(EmulatedAccount account) : ClientQueryTests(account)
{
    private const string Path = "/client/review-values-reports?company_id=EMUL8R";

    private IEnumerable<ReviewValuesReport> Reports => Data.Of<ReviewValuesReport>();

    [Fact]
    public async Task A_report_says_for_which_time_and_what_it_counts() =>
        await Answers(
            Client.ReviewValuesReports.For(ReviewTimeframe.Last30Days, ReviewGrouping.ProductId, [ReviewStatistic.AverageRating, ReviewStatistic.TotalReviews]),
            $"{Path}&timeframe=last_30_days&group_by=product_id&statistics=average_rating,total_reviews&page[size]=100",
            Reports);

    [Fact]
    public async Task A_report_is_narrowed_to_products_and_fields()
    {
        string[] products = [.. Emulator.Resources("review-values-report")
            .Take(2)
            .Select(json => json.GetProperty("hidden").GetProperty("product_external_ids").GetString()!)];
        await Answers(
            Client.ReviewValuesReports
                .For(ReviewTimeframe.AllTime, ReviewGrouping.CompanyId, [ReviewStatistic.TotalRatings, ReviewStatistic.TotalRatings])
                .Where(r => products.Contains(r.ProductExternalIds))
                .Select(r => new { r.Id, r.Results.Count }),
            $"{Path}&timeframe=all_time&group_by=company_id&statistics=total_ratings&filter=any(product_external_ids,[{Quoted(products[0])},{Quoted(products[1])}])&fields[review-values-report]=results&page[size]=100",
            Reports.Take(2).Select(r => new { r.Id, r.Results.Count }));
    }

    [Fact]
    public async Task A_report_that_does_not_say_what_it_counts_is_refused()
    {
        KlaviyoFinding finding = (await Refuses(Client.ReviewValuesReports, KlaviyoFindingCode.RequiredParameterMissing)).Single();

        finding.Reason.Should().Be("GET /client/review-values-reports requires group_by, statistics, timeframe.");
        finding.Advice.Should().Contain("client.ReviewValuesReports.For(");
    }

    [Fact]
    public async Task No_statistics_and_the_default_of_an_enumeration_are_missing()
    {
        (await Refuses(Client.ReviewValuesReports.For(ReviewTimeframe.AllTime, ReviewGrouping.ProductId, []), KlaviyoFindingCode.RequiredParameterMissing))
            .Single()
            .Reason.Should().EndWith("requires statistics.");
        (await Refuses(Client.ReviewValuesReports.For(default, default, [ReviewStatistic.TotalReviews]), KlaviyoFindingCode.RequiredParameterMissing)).Single()
            .Reason.Should().EndWith("requires group_by, timeframe.");
    }

    [Theory]
    [InlineData("a,b")]
    [InlineData("Average Rating")]
    [InlineData("x&company_id=OTHER1")]
    [InlineData("ü")]
    public async Task A_value_that_no_parameter_can_have_is_refused_where_it_stands(string statistic)
    {
        KlaviyoFinding finding = (await Refuses(
            Client.ReviewValuesReports.For(ReviewTimeframe.AllTime, ReviewGrouping.ProductId, [new ReviewStatistic(statistic)]),
            KlaviyoFindingCode.ParameterValueInvalid)).Single();

        finding.Fragment.Should().Be("[new ReviewStatistic(statistic)]");
        finding.ToString()
            .Should()
            .Contain("    .For(ReviewTimeframe.AllTime, ReviewGrouping.ProductId, [new ReviewStatistic(statistic)])\n").And.Contain("ClientReportTests.cs");
        finding.Advice.Should().Contain("average_rating");
    }

    [Fact]
    public async Task A_value_that_the_catalogue_does_not_know_is_sent_as_the_authors_word()
    {
        IKlaviyoQueryable<ReviewValuesReport> query = Client.ReviewValuesReports.For(
            new ReviewTimeframe("last_7_days"), ReviewGrouping.ProductId, [ReviewStatistic.TotalReviews]);

        query.Explain().Unchecked.Should().Equal("timeframe=last_7_days");
        query.Explain().ToString().Should().Contain("timeframe=last_7_days").And.Contain("scopes none");
        await query.Invoking(q => q.ToListAsync()).Should().ThrowAsync<KlaviyoBadRequestException>();
    }

    // A product of the account may be called Lamp 12".
    private static string Quoted(string text) => "\"" + text.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
