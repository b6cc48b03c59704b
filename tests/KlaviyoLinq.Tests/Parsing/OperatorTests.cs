using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Parsing;

public sealed class OperatorTests(EmulatedAccount account) : QueryTests(account)
{
    private sealed record Contact(string Id, string? Email);

    public static TheoryData<string, string, string, Func<IQueryable<Profile>, IQueryable>> Refused { get; } = new()
    {
        { "Skip", "3", "cursor", q => q.Skip(3) },
        { "SkipLast", "3", "in memory", q => q.SkipLast(3) },
        { "TakeLast", "3", "OrderByDescending", q => q.TakeLast(3) },
        { "SkipWhile", "p => p.Email == null", "Where", q => q.SkipWhile(p => p.Email == null) },
        { "TakeWhile", "p => p.Email == null", "Where", q => q.TakeWhile(p => p.Email == null) },
        { "Take", "2..5", "from the start", q => q.Take(2..5) },
        { "Where", "(p, i) => i > 3", "index", q => q.Where((p, i) => i > 3) },
        { "Select", "(p, i) => i", "AsAsyncEnumerable", q => q.Select((p, i) => i) },
        { "OrderBy", "p => p.Id, IComparer<string>", "comparer", q => q.OrderBy(p => p.Id, StringComparer.Ordinal) },
        { "Reverse", "", "Sort by a key", q => q.Reverse() },
        { "Append", "Profile", "AsAsyncEnumerable", q => q.Append(new Profile()) },
        { "Prepend", "Profile", "AsAsyncEnumerable", q => q.Prepend(new Profile()) },
        { "Concat", "Profile[]", "Run both", q => q.Concat(new Profile[1]) },
        { "Union", "Profile[]", "Run both", q => q.Union(new Profile[1]) },
        { "Except", "Profile[]", "ids.Contains", q => q.Except(new Profile[1]) },
        { "Intersect", "Profile[]", "ids.Contains", q => q.Intersect(new Profile[1]) },
        { "Zip", "int[]", "AsAsyncEnumerable", q => q.Zip(new int[1]) },
        { "Chunk", "10", "PageSize", q => q.Chunk(10) },
        { "GroupBy", "p => p.Email", "Group in memory", q => q.GroupBy(p => p.Email) },
        { "CountBy", "p => p.Email", "Group in memory", q => q.CountBy(p => p.Email!, null) },
        { "Join", "string[], p => p.Id, s => s, (p, s) => s", "Include", q => q.Join(new string[1], p => p.Id, s => s, (p, s) => s) },
        { "GroupJoin", "string[], p => p.Id, s => s, (p, s) => s", "Include", q => q.GroupJoin(new string[1], p => p.Id, s => s, (p, s) => s) },
        { "LeftJoin", "string[], p => p.Id, s => s, (p, s) => s", "Include", q => q.LeftJoin(new string[1], p => p.Id, s => s, (p, s) => s) },
        { "RightJoin", "string[], p => p.Id, s => s, (p, s) => s", "Include", q => q.RightJoin(new string[1], p => p.Id, s => s, (p, s) => s) },
        { "DefaultIfEmpty", "", "FirstOrDefaultAsync", q => q.DefaultIfEmpty() },
        { "DistinctBy", "p.Email", "in memory", q => q.DistinctBy(p => p.Email) },
        { "OfType", "", "set of that type", q => q.OfType<Tag>() },
        { "Cast", "", "base type", q => q.Cast<Tag>() },
        { "Shuffle", "", "AsAsyncEnumerable", q => q.Shuffle() },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_operator_without_a_counterpart_is_refused_by_name_with_its_arguments_and_the_way_out(
        string name, string fragment, string advice, Func<IQueryable<Profile>, IQueryable> operation)
    {
        Emulator.ClearRequests();
        IQueryable query = operation(Klaviyo.Profiles);
        KlaviyoFinding finding = query.Invoking(q => Address((dynamic)q)).Should().Throw<UntranslatableQueryException>().Which.Findings.Single();

        finding.Code.Should().Be(KlaviyoFindingCode.OperatorNotTranslatable);
        finding.Operator.Should().Be(name);
        finding.Reason.Should().StartWith(name);
        finding.Fragment.Should().Be(fragment);
        finding.Advice.Should().Contain(advice);
        Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Own_operators_that_are_refused_know_where_they_were_written()
    {
        foreach (var finding in new[]
        {
            (await Refuses(Klaviyo.Profiles.GroupBy(p => p.Email), KlaviyoFindingCode.OperatorNotTranslatable)).Single(),
            (await Refuses(from p in Klaviyo.Profiles group p.Id by p.Email, KlaviyoFindingCode.OperatorNotTranslatable)).Single(),
            (await Refuses(from p in Klaviyo.Profiles join e in Data.Events on p.Id equals e.ProfileId select e, KlaviyoFindingCode.OperatorNotTranslatable))
                .Single(),
            (await Refuses(Klaviyo.Profiles.Concat(Klaviyo.Profiles), KlaviyoFindingCode.OperatorNotTranslatable)).Single(),
            (await Refuses(Klaviyo.Profiles.Reverse(), KlaviyoFindingCode.OperatorNotTranslatable)).Single(),
        })
        {
            finding.Site.File.Should().EndWith("OperatorTests.cs");
            finding.Site.Line.Should().BePositive();
        }
    }

    [Fact]
    public async Task Distinct_has_nothing_to_do_where_rows_hold_the_id()
    {
        const string Request = "/api/profiles?fields[profile]=email&page[size]=100";
        await Answers(Klaviyo.Profiles.Distinct(), "/api/profiles?page[size]=100", Data.Profiles.Distinct());
        await Answers(
            Klaviyo.Profiles.Select(p => p.Id).Distinct(), "/api/profiles?fields[profile]=id&page[size]=100", Data.Profiles.Select(p => p.Id).Distinct());
        await Answers(Klaviyo.Profiles.Select(p => new { p.Id, p.Email }).Distinct(), Request, Data.Profiles.Select(p => new { p.Id, p.Email }).Distinct());
        await Answers(
            Klaviyo.Profiles.Select(p => new Contact(p.Id, p.Email)).Distinct(), Request, Data.Profiles.Select(p => new Contact(p.Id, p.Email)).Distinct());
        await Answers(
            Klaviyo.Profiles.Select(p => ValueTuple.Create(p.Email, p.Id)).Distinct(), Request,
            Data.Profiles.Select(p => ValueTuple.Create(p.Email, p.Id)).Distinct());
        await Answers(Klaviyo.Profiles.DistinctBy(p => p.Id), "/api/profiles?page[size]=100", Data.Profiles.DistinctBy(p => p.Id));
        await Refuses(Klaviyo.Profiles.Select(p => p.Email).Distinct(), KlaviyoFindingCode.OperatorNotTranslatable);
        await Refuses(Klaviyo.Profiles.Select(p => new { p.Email }).Distinct(), KlaviyoFindingCode.OperatorNotTranslatable);
        await Refuses(Klaviyo.Profiles.Select(p => p.Id + p.Email).Distinct(), KlaviyoFindingCode.OperatorNotTranslatable);
    }

    [Fact]
    public async Task Reverse_turns_a_sort_round()
    {
        await AnswersInOrder(
            Klaviyo.Profiles.OrderBy(p => p.Id).Reverse(), "/api/profiles?sort=-id&page[size]=100",
            Data.Profiles.OrderBy(p => p.Id, StringComparer.Ordinal).Reverse());
        await AnswersInOrder(
            Klaviyo.Profiles.OrderByDescending(p => p.Id).Reverse().Take(3),
            "/api/profiles?sort=id&page[size]=3",
            Data.Profiles.OrderByDescending(p => p.Id, StringComparer.Ordinal).Reverse().Take(3));
        await Refuses(Klaviyo.Profiles.OrderBy(p => p.Id).Take(3).Reverse(), KlaviyoFindingCode.OperatorOutOfOrder);
        await Refuses(Klaviyo.Profiles.OrderBy(p => p.FirstName).Reverse(), KlaviyoFindingCode.FieldNotSortable);
    }

    [Fact]
    public async Task Operators_that_change_nothing_are_let_through()
    {
        await Answers(Klaviyo.Tags.OfType<Tag>(), "/api/tags?page[size]=50", Data.Of<Tag>());
        await Answers(Klaviyo.Tags.OfType<KlaviyoResource>(), "/api/tags?page[size]=50", Data.Of<Tag>());
        await Answers(Klaviyo.Tags.Cast<KlaviyoResource>().Where(r => true), "/api/tags?page[size]=50", Data.Of<Tag>());
        await Answers(Klaviyo.Tags.Cast<object>(), "/api/tags?page[size]=50", Data.Of<Tag>());
        await Answers(Klaviyo.Tags.Skip(0), "/api/tags?page[size]=50", Data.Of<Tag>());
        await Answers((IKlaviyoQueryable<Tag>)Klaviyo.Tags.AsQueryable().Where(t => true), "/api/tags?page[size]=50", Data.Of<Tag>());
        await Refuses(Klaviyo.Events.Select(e => e.Profile).OfType<Profile>(), KlaviyoFindingCode.OperatorNotTranslatable);
    }

    [Fact]
    public async Task A_range_from_the_start_is_a_limit_and_rows_sort_by_themselves()
    {
        await AnswersInOrder(
            (IKlaviyoQueryable<Profile>)Klaviyo.Profiles.OrderBy(p => p.Id).Take(..4), "/api/profiles?sort=id&page[size]=4",
            Data.Profiles.OrderBy(p => p.Id, StringComparer.Ordinal).Take(..4));
        await AnswersInOrder(
            (IKlaviyoQueryable<string>)Klaviyo.Profiles.Select(p => p.Id).Order(), "/api/profiles?sort=id&fields[profile]=id&page[size]=100",
            Data.Profiles.Select(p => p.Id).Order(StringComparer.Ordinal));
        await AnswersInOrder(
            (IKlaviyoQueryable<string>)Klaviyo.Profiles.Select(p => p.Id).OrderDescending(),
            "/api/profiles?sort=-id&fields[profile]=id&page[size]=100",
            Data.Profiles.Select(p => p.Id).OrderDescending(StringComparer.Ordinal));
    }

    private static Uri Address<T>(IQueryable<T> query) => ((IKlaviyoQueryable<T>)query).ToRequestUri();
}
