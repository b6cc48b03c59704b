using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Cases.Generated;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Conformance.Tests;

public sealed class PageSizeTests(EmulatedAccount account) : ConformanceTests(account)
{
    public static TheoryData<string> Sized => [.. Operations.All.Select(route => route.Operation).Where(operation => Facts(operation).Paging.HasSize)];

    public static TheoryData<string> Unsized => [.. Operations.All.Select(route => route.Operation).Where(operation => !Facts(operation).Paging.HasSize)];

    [Theory]
    [MemberData(nameof(Sized))]
    public async Task The_least_the_usual_and_the_largest_page_size_are_sent_and_every_row_comes_once(string id)
    {
        ReadFacts operation = Facts(id);
        string parent = Ids(operation).First();
        IKlaviyoQueryable<object> query = Route(id).Query(At, parent);
        string[] expected = [.. Rows(operation, parent, query).Select(Id)];

        foreach (int size in new[] { operation.Paging.DefaultSize, operation.Paging.MaximumSize })
        {
            List<object> rows = await RowsOf(query.PageSize(size), Request(operation, parent, size, GivenFilter(operation, parent)));
            Ordered(rows).Should().Equal(Ordered(expected));
            Emulator.Requests.Should().HaveCount(Math.Max(1, (expected.Length + size - 1) / size));
        }

        // All rows in pages of one are a request each, so a few must do.
        int least = operation.Paging.MinimumSize;
        List<object> first = await RowsOf(query.PageSize(least).Take(3 * least), Request(operation, parent, least, GivenFilter(operation, parent)));
        first.Select(Id).Should().OnlyHaveUniqueItems().And.HaveCount(Math.Min(3 * least, expected.Length)).And.BeSubsetOf(expected);
    }

    [Theory]
    [MemberData(nameof(Sized))]
    public void A_page_size_beyond_either_end_is_refused_with_the_range(string id)
    {
        ReadFacts operation = Facts(id);
        foreach (int size in new[] { operation.Paging.MinimumSize - 1, operation.Paging.MaximumSize + 1 })
        {
            KlaviyoFinding finding = Refused(Route(id).Query(At, Ids(operation).First()).PageSize(size));
            finding.Code.Should().Be(KlaviyoFindingCode.PageSizeOutOfRange);
            finding.Reason.Should().Contain(string.Create(CultureInfo.InvariantCulture, $"{size}"));
            finding.Advice.Should().Contain(string.Create(CultureInfo.InvariantCulture, $"{operation.Paging.MinimumSize} to {operation.Paging.MaximumSize}"));
        }
    }

    [Theory]
    [MemberData(nameof(Unsized))]
    public void Where_Klaviyo_accepts_no_page_size_setting_one_is_refused(string id)
    {
        KlaviyoFinding finding = Refused(Route(id).Query(At, Ids(Facts(id)).First()).PageSize(10));

        finding.Code.Should().Be(KlaviyoFindingCode.PageSizeNotSupported);

        // Where there is an operation for the resources too, it is the one that was written, and the one that is named.
        finding.Reason.Should().ContainAny(Facts(id).Path, Facts(id).Path.Replace("/relationships", "", StringComparison.Ordinal));
    }

    private static KlaviyoFinding Refused(IKlaviyoQueryable<object> query) =>
        query.Invoking(refused => refused.ToRequestUri()).Should().Throw<UntranslatableQueryException>().Which.Findings.Should().ContainSingle().Which;
}
