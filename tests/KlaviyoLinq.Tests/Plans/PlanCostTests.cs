using KlaviyoLinq.Paging;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Pipeline;

namespace KlaviyoLinq.Tests.Plans;

/// <summary>Tests of the bytes allocated by a query with a plan, which are the same on every machine. Time is measured by the benchmarks.</summary>
[Collection("alone")]
public sealed class PlanCostTests
{
    private const int Runs = 200;

    private readonly KlaviyoContext _klaviyo = new("pk_tests");

    [Fact]
    public void Translating_a_query_seen_before_allocates_a_fifth_of_its_tree_at_most()
    {
        long tree = Bytes(() => Plain(1).Expression);
        Bytes(() => ((IKlaviyoQueryable<(string?, string?)>)Plain(2)).ToRequestUri()).Should().BeInRange(tree, tree * 120 / 100);
        Bytes(() => Typed(3).ToRequestUri()).Should().BeLessThanOrEqualTo(tree * 105 / 100);
    }

    [Fact]
    public void A_run_of_a_query_seen_before_allocates_as_much_as_its_translation_and_the_request_that_its_checkpoints_need()
    {
        long translation = Bytes(() => Typed(4).ToRequestUri());

        Bytes(() => FirstPage(Typed(5))).Should().BeLessThanOrEqualTo(translation * 120 / 100);
    }

    [Fact]
    public void Translating_many_values_allocates_no_more_than_translating_one()
    {
        int next = 0;
        long one = Bytes(() => Typed(1000).ToRequestUri());
        Bytes(() => Typed(1001 + (next++ % 1_000)).ToRequestUri()).Should().BeInRange(one - 16, one + 16);
    }

    private static PageRequest FirstPage<T>(IKlaviyoQueryable<T> query) =>
        ((KlaviyoQueryProvider)query.Provider).Run(query, TerminalKind.Sequence, streamsRows: true).FirstPage();

    private IQueryable<(string?, string?)> Plain(int days)
    {
        DateTimeOffset since = DateTimeOffset.UnixEpoch.AddDays(10_000 + days);
        string[] emails = ["jane@example.com", "joe@example.com"];
        return ((IQueryable<Profile>)_klaviyo.Profiles)
            .Where(p => p.Created > since && emails.Contains(p.Email))
            .OrderByDescending(p => p.Created)
            .Select(p => ValueTuple.Create(p.Email, p.Location.City));
    }

    private IKlaviyoQueryable<(string?, string?)> Typed(int days)
    {
        DateTimeOffset since = DateTimeOffset.UnixEpoch.AddDays(10_000 + days);
        string[] emails = ["jane@example.com", "joe@example.com"];
        return _klaviyo.Profiles
            .Where(p => p.Created > since && emails.Contains(p.Email))
            .OrderByDescending(p => p.Created)
            .Select(p => ValueTuple.Create(p.Email, p.Location.City));
    }

    private static long Bytes(Func<object> work)
    {
        for (int i = 0; i < 50; i++)
            work();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Runs; i++)
            work();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Runs;
    }
}
