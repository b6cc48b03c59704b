using System.Linq.Expressions;
using CsCheck;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Parsing;

namespace KlaviyoLinq.Tests.Queries;

/// <summary>Queries put together at random: whatever is translated gives the rows of LINQ to Objects, and the same request every time.</summary>
public sealed class RandomQueryTests(EmulatedAccount account) : QueryTests(account)
{
    private static readonly (
        string Name, Func<IKlaviyoQueryable<Profile>, IKlaviyoQueryable<Profile>> Server, Func<IEnumerable<Profile>, IEnumerable<Profile>> Local)[] _orders =
    [
        ("none", query => query, rows => rows.OrderBy(p => p.Id, StringComparer.Ordinal)),
        ("id", query => query.OrderBy(p => p.Id), rows => rows.OrderBy(p => p.Id, StringComparer.Ordinal)),
        ("-id", query => query.OrderByDescending(p => p.Id), rows => rows.OrderByDescending(p => p.Id, StringComparer.Ordinal)),
    ];

    [Fact]
    public async Task Todays_language_gives_the_rows_of_LINQ_to_Objects() =>
        await Gen.Select(new RandomPredicates(Data).Published, Gen.Int[0, _orders.Length - 1], Gen.Int[1, 150], Gen.Int[1, 100]).SampleAsync(
            async (predicate, order, take, size) =>
            {
                IKlaviyoQueryable<Profile> query = _orders[order].Server(Klaviyo.Profiles.Where(predicate, $"{predicate}")).PageSize(size).Take(take);
                List<string> rows = [.. (await query.ToListAsync()).Select(p => p.Id)];
                IEnumerable<string> expected = _orders[order].Local(Data.Profiles.Where(predicate.Compile())).Take(take).Select(p => p.Id);
                rows.Should().Equal(expected, "{0} sorted by {1}", predicate, _orders[order].Name);
            },
            iter: 150,
            threads: 1);

    [Fact]
    public async Task The_2022_language_gives_the_rows_of_LINQ_to_Objects()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(
            options => (options.Grammar, options.Data.Profiles) = (FilterGrammar.Overview2022, 200));
        await using KlaviyoContext klaviyo = new(
            new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = emulator.BaseAddress, Grammar = FilterGrammar.Overview2022 });
        AccountData data = new(emulator);
        int answered = 0;

        await new RandomPredicates(data).Overview.SampleAsync(
            async predicate =>
            {
                HashSet<string> expected = [.. data.Profiles.Where(predicate.Compile()).Select(p => p.Id)];
                try
                {
                    (await klaviyo.Profiles.Where(predicate, $"{predicate}").ToListAsync())
                        .Select(p => p.Id).Should().BeEquivalentTo(expected, "of {0}", predicate);
                    answered++;
                }
                catch (UntranslatableQueryException refusal)
                {
                    refusal.Findings.Should().OnlyContain(
                        finding => finding.Code == KlaviyoFindingCode.NestingTooDeep || finding.Code == KlaviyoFindingCode.RequestTooLong);
                }
            },
            iter: 250,
            threads: 1);
        answered.Should().BeGreaterThan(150);
    }

    [Fact]
    public void Translation_is_the_same_every_time_and_on_every_thread() =>
        new RandomPredicates(Data).Published.Sample(
            predicate =>
            {
                string[] requests = [.. Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).Select(_ => Shown(predicate))];
                return requests.Distinct().Count() == 1;
            },
            iter: 200);

    [Fact]
    public void Every_address_is_valid_by_RFC_3986() =>
        new RandomPredicates(Data).Published.Sample(
            predicate => Klaviyo.Profiles.Where(predicate, "…").ToRequestUris().All(uri =>
                uri.OriginalString.All(c => char.IsAsciiLetterOrDigit(c) || "-._~:/?#@!$&'()*+,;=%".Contains(c, StringComparison.Ordinal))
                && Uri.IsWellFormedUriString(uri.OriginalString, UriKind.Absolute)),
            iter: 200);

    private string Shown(Expression<Func<Profile, bool>> predicate)
    {
        IReadOnlyList<Uri> uris = Klaviyo.Profiles.Where(predicate, "…").ToRequestUris();
        return string.Join(" ", uris);
    }
}
