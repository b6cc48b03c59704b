using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

[Trait("Category", "Culture")]
public sealed class RefusalTests(EmulatedAccount account) : QueryTests(account)
{
    [Fact]
    public async Task A_refusal_shows_the_source_with_a_caret_and_the_place()
    {
        KlaviyoFinding finding = (await Refuses(Klaviyo.Profiles.Where(p => p.FirstName == "Jane"), KlaviyoFindingCode.FieldNotFilterable)).Single();

        finding.Fragment.Should().Be("p.FirstName == \"Jane\"");
        finding.Site.Text.Should().Be("p => p.FirstName == \"Jane\"");
        finding.Site.File.Should().EndWith("RefusalTests.cs");
        finding.Site.Line.Should().BePositive();
        finding.ToString().Should().Contain("    .Where(p => p.FirstName == \"Jane\")\n                ^^^^^^^^^^^^^^^^^^^^^\n");
    }

    [Fact]
    public async Task All_reasons_come_at_once() =>
        await Refuses(
            Klaviyo.Profiles.Where(p => p.FirstName == "a" && p.Created >= Since).OrderBy(p => p.LastName).Include(p => p.Lists).PageSize(1000),
            KlaviyoFindingCode.FieldNotFilterable,
            KlaviyoFindingCode.OperatorNotListed,
            KlaviyoFindingCode.FieldNotSortable,
            KlaviyoFindingCode.RelationshipNotIncludable,
            KlaviyoFindingCode.PageSizeOutOfRange);

    [Fact]
    public async Task Queries_that_Klaviyo_cannot_run_are_refused()
    {
        await Refuses(Klaviyo.Profiles.Where(p => Score(p) > 3), KlaviyoFindingCode.PredicateNotTranslatable);
        await Refuses(Klaviyo.Profiles.Where(p => p.Email!.Length > 3), KlaviyoFindingCode.PredicateNotTranslatable);
        await Refuses(Klaviyo.Profiles.Where(p => p.Email!.ToUpper() == "A"), KlaviyoFindingCode.IgnoringCaseNotSupported);
        await Refuses(Klaviyo.Profiles.Where(p => p.Email == p.ExternalId), KlaviyoFindingCode.FieldsCompared);
        await Refuses(Klaviyo.Profiles.Where(p => p.Email == "a" || p.Id == "b"), KlaviyoFindingCode.DisjunctionNotSupported);
        await Refuses(Klaviyo.Profiles.Where(p => p.Email != "a"), KlaviyoFindingCode.NegationNotSupported);
        await Refuses(Klaviyo.Profiles.Where(p => p.Email == null), KlaviyoFindingCode.NullNotSupported);
        await Refuses(Klaviyo.Tags.Where(t => t.Name.StartsWith("a", StringComparison.OrdinalIgnoreCase)), KlaviyoFindingCode.IgnoringCaseNotSupported);
    }

    [Fact]
    public async Task A_set_that_ignores_case_is_refused_because_it_would_find_more()
    {
        HashSet<string> emails = new(["A@B.C"], StringComparer.OrdinalIgnoreCase);
        await Refuses(Klaviyo.Profiles.Where(p => emails.Contains(p.Email!)), KlaviyoFindingCode.IgnoringCaseNotSupported);
    }

    [Fact]
    public async Task Values_that_cannot_be_sent_are_refused()
    {
        string half = "\ud83d\ude00"[..1];
        string?[] withNull = ["a", null];
        await Refuses(Klaviyo.Profiles.Where(p => p.Email == half), KlaviyoFindingCode.LoneSurrogate);
        await Refuses(Klaviyo.Profiles.Where(p => withNull.Contains(p.Email)), KlaviyoFindingCode.NullInList);
        await Refuses(Klaviyo.Profiles.Where(p => p.Created > new DateTime(2026, 1, 1)), KlaviyoFindingCode.UnspecifiedDateTime);
    }

    [Fact]
    public async Task Operators_without_a_counterpart_are_refused_by_name()
    {
        (await Refuses(Klaviyo.Profiles.Skip(3), KlaviyoFindingCode.OperatorNotTranslatable)).Single().Reason.Should().StartWith("Skip ");
        (await Refuses(Klaviyo.Profiles.Select(p => p.FirstName).Distinct(), KlaviyoFindingCode.OperatorNotTranslatable))
            .Single().Reason.Should().StartWith("Distinct ");
        (await Refuses(Klaviyo.Events.Include(e => e.Profile).ThenInclude(p => p.Lists), KlaviyoFindingCode.NestedInclude))
            .Single().Advice.Should().Contain("Query the included type separately");
        await Refuses(Klaviyo.Profiles.OrderBy(p => p.Id).ThenBy(p => p.Email), KlaviyoFindingCode.SecondSortKey);
        await Refuses(Klaviyo.Profiles.Take(3).Where(p => p.Id == "a"), KlaviyoFindingCode.OperatorOutOfOrder);
    }

    [Fact]
    public async Task Operators_of_Queryable_itself_are_refused_by_name()
    {
        var groups = Klaviyo.Profiles.GroupBy(p => p.Email);
        (await Refuses(groups, KlaviyoFindingCode.OperatorNotTranslatable)).Single().Reason.Should().StartWith("GroupBy ");
        var reversed = Klaviyo.Profiles.Where(p => p.Id == "a").Reverse();
        (await Refuses(reversed, KlaviyoFindingCode.OperatorNotTranslatable)).Single().Reason.Should().StartWith("Reverse ");
        var indexed = (IKlaviyoQueryable<Profile>)Klaviyo.Profiles.Where((p, i) => i > 3);
        (await Refuses(indexed, KlaviyoFindingCode.OperatorNotTranslatable)).Single().Reason.Should().StartWith("Where ");
    }

    [Fact]
    public async Task A_missing_required_filter_is_refused() =>
        await Refuses(Klaviyo.Campaigns.Where(c => c.Archived), KlaviyoFindingCode.RequiredFilterMissing);

    [Fact]
    public async Task Code_that_throws_throws_as_itself_with_the_expression_named()
    {
        string text = "not a number";
        FormatException thrown = (
            await Klaviyo.Invoking(k => k.Images.Where(i => i.Size > int.Parse(text)).ToListAsync()).Should().ThrowAsync<FormatException>()).Which;

        thrown.Data["KlaviyoLinq.Expression"].Should().Be("int.Parse(text)");
    }

    [Fact]
    public async Task An_expression_that_throws_within_a_query_is_named_and_nothing_around_it()
    {
        Settings settings = new();
        Settings nothing = null!;
        int zero = 0;
        int[] few = [1];
        object number = 3;
        await Names<NullReferenceException>(Klaviyo.Profiles.Where(p => p.Email == nothing.Email), "nothing.Email");
        await Names<NullReferenceException>(Klaviyo.Profiles.Where(p => p.Email == "a" + settings.Email!.Trim() + "b"), "settings.Email.Trim()");
        await Names<NullReferenceException>(Klaviyo.Profiles.Where(p => p.Email == settings.Inner!.Email!.Trim()), "settings.Inner.Email");
        await Names<InvalidOperationException>(Klaviyo.Profiles.Where(p => p.Created > settings.Since!.Value.AddDays(1)), "settings.Since.Value");
        await Names<DivideByZeroException>(Klaviyo.Images.Where(i => i.Size > 100 / zero), "100 / zero");
        await Names<IndexOutOfRangeException>(Klaviyo.Images.Where(i => i.Size > few[zero + 5]), "few[zero + 5]");
        await Names<InvalidCastException>(Klaviyo.Profiles.Where(p => p.Email == (string)number + "a"), "number");
        await Names<FormatException>(Klaviyo.Images.Where(i => i.Size > -int.Parse("x") + 3), "int.Parse(\"x\")");
        await Names<NotSupportedException>(Klaviyo.Profiles.Where(p => settings.Throwing.Contains(p.Email)), "settings.Throwing");
        await Names<NotSupportedException>(Klaviyo.Profiles.Where(p => settings.Lazy().Contains(p.Email)), "settings.Lazy()");
        await Names<ArgumentNullException>(Klaviyo.Profiles.Where(p => settings.None!.Select(x => x).Contains(p.Email)), "settings.None.Select(x => x)");
    }

    private async Task Names<TException>(IKlaviyoQueryable<KlaviyoResource> query, string expression)
        where TException : Exception
    {
        Emulator.ClearRequests();
        for (int run = 0; run < 3; run++)
        {
            TException thrown = (await query.Invoking(q => q.ToListAsync()).Should().ThrowAsync<TException>()).Which;
            thrown.Data["KlaviyoLinq.Expression"].Should().Be(expression);
        }

        Emulator.Requests.Should().BeEmpty();
    }

    private sealed class Settings
    {
        public string? Email { get; init; }

        public Settings? Inner { get; init; }

        public DateTimeOffset? Since { get; init; }

        public IEnumerable<string>? None { get; init; }

        public List<string?> Throwing => throw new NotSupportedException();

        public IEnumerable<string?> Lazy()
        {
            yield return "a";
            throw new NotSupportedException();
        }
    }

    [Fact]
    public async Task Plain_Queryable_operators_translate_too()
    {
        var query = (IKlaviyoQueryable<string>)((IQueryable<Profile>)Klaviyo.Profiles)
            .Where(p => p.Created > Since).OrderBy(p => p.Id).Select(p => p.Id).Take(5);
        await AnswersInOrder(
            query,
            "/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z)&sort=id&fields[profile]=id&page[size]=5",
            Data.Profiles.Where(p => p.Created > Since).OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => p.Id).Take(5));
    }

    [Fact]
    public async Task Going_on_in_memory_is_said_aloud() =>
        (await Klaviyo.Profiles.AsAsyncEnumerable().Where(p => p.FirstName is { Length: > 4 }).CountAsync())
            .Should().Be(Data.Profiles.Count(p => p.FirstName is { Length: > 4 }));

    private static int Score(Profile profile) => profile.Id.Length;
}
