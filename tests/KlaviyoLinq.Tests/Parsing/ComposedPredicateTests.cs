using System.Linq.Expressions;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Parsing;

public sealed class ComposedPredicateTests(EmulatedAccount account) : QueryTests(account)
{
    private const string Both = "/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z),less-than(updated,2027-01-01T00:00:00Z)&page[size]=100";

    private static readonly DateTimeOffset _end = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Expression<Func<Profile, bool>> _young = p => p.Created > Since;

    private readonly Expression<Func<Profile, bool>> _old = x => x.Updated < _end;

    private sealed record Contact(string Id, DateTimeOffset? At);

    private sealed class Card
    {
        public string Id { get; set; } = "";

        public DateTimeOffset? At { get; set; }
    }

    private sealed class Swap(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }

    private IEnumerable<Profile> Rows => Data.Profiles.Where(p => p.Created > Since && p.Updated < _end);

    [Fact]
    public async Task Predicates_joined_by_invocation_read_as_one()
    {
        ParameterExpression p = Expression.Parameter(typeof(Profile), "p");
        var joined = Expression.Lambda<Func<Profile, bool>>(Expression.AndAlso(Expression.Invoke(_young, p), Expression.Invoke(_old, p)), p);
        await Answers(Klaviyo.Profiles.Where(joined), Both, Rows);
        await Answers(Klaviyo.Profiles.Where(x => _young.Compile()(x) && _old.Compile()(x)), Both, Rows);
    }

    [Fact]
    public async Task Predicates_joined_by_replacing_parameters_read_as_one()
    {
        ParameterExpression p = _young.Parameters[0];
        var joined = Expression.Lambda<Func<Profile, bool>>(Expression.AndAlso(_young.Body, new Swap(_old.Parameters[0], p).Visit(_old.Body)), p);
        await Answers(Klaviyo.Profiles.Where(joined), Both, Rows);
        await Answers(Klaviyo.Profiles.Where(_young).Where(_old), Both, Rows);
        await Answers(from x in Klaviyo.Profiles where x.Created > Since where x.Updated < _end select x, Both, Rows);
    }

    [Fact]
    public async Task A_filter_after_any_kind_of_projection_applies_to_the_projected_value()
    {
        const string Request = "/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z)&fields[profile]=created&page[size]=100";
        var rows = Data.Profiles.Where(p => p.Created > Since).ToList();
        await Answers(
            Klaviyo.Profiles.Select(p => new Contact(p.Id, p.Created)).Where(c => c.At > Since), Request, rows.Select(p => new Contact(p.Id, p.Created)));
        await Answers(
            Klaviyo.Profiles.Select(p => new Card { Id = p.Id, At = p.Created }).Where(c => c.At > Since).Select(c => c.Id + c.At), Request,
            rows.Select(p => p.Id + p.Created));
        await Answers(
            Klaviyo.Profiles.Select(p => ValueTuple.Create(p.Id, p.Created)).Where(t => t.Item2 > Since), Request,
            rows.Select(p => ValueTuple.Create(p.Id, p.Created)));
        await Answers(
            Klaviyo.Profiles.Select(p => Tuple.Create(p.Id, p.Created)).Where(t => t.Item2 > Since), Request, rows.Select(p => Tuple.Create(p.Id, p.Created)));
        await Answers(
            Klaviyo.Profiles.Select(p => new { Inner = new { p.Id, p.Created } }).Where(x => x.Inner.Created > Since).Select(x => x.Inner), Request,
            rows.Select(p => new { p.Id, p.Created }));
    }

    [Fact]
    public async Task A_generic_repository_finds_by_id()
    {
        string profile = Data.Profiles.First().Id;
        string tag = Data.Of<Tag>().First().Id;
        await Answers(
            ById(Klaviyo.Profiles, profile), $"/api/profiles?filter=equals(id,\"{profile}\")&page[size]=100", Data.Profiles.Where(p => p.Id == profile));
        await Answers(
            ByIds(Klaviyo.Profiles, profile), $"/api/profiles?filter=equals(id,\"{profile}\")&page[size]=100", Data.Profiles.Where(p => p.Id == profile));
        await Answers(ById(Klaviyo.Tags, tag), $"/api/tags/{tag}", Data.Of<Tag>().Where(t => t.Id == tag));
        await Answers(Ids(Klaviyo.Tags), "/api/tags?fields[tag]=id&page[size]=50", Data.Of<Tag>().Select(t => t.Id));
    }

    [Fact]
    public async Task Operators_on_a_base_type_reach_the_derived_resources()
    {
        string id = Data.Profiles.First().Id;
        IKlaviyoQueryable<KlaviyoResource> resources = Klaviyo.Profiles;
        await Answers(resources.Where(r => r.Id == id), $"/api/profiles?filter=equals(id,\"{id}\")&page[size]=100", Data.Profiles.Where(p => p.Id == id));
    }

    private static IKlaviyoQueryable<T> ById<T>(IKlaviyoQueryable<T> set, string id)
        where T : KlaviyoResource => set.Where(x => x.Id == id);

    private static IKlaviyoQueryable<T> ByIds<T>(IKlaviyoQueryable<T> set, params string[] ids)
        where T : KlaviyoResource => set.Where(x => ids.Contains(x.Id));

    private static IKlaviyoQueryable<string> Ids<T>(IKlaviyoQueryable<T> set)
        where T : KlaviyoResource => set.Select(x => x.Id);

    [Theory]
    [InlineData(1_500, null)]
    [InlineData(50_000, KlaviyoFindingCode.OperatorNotTranslatable)]
    public async Task A_predicate_joined_from_thousands_of_parts_is_read_or_refused_and_never_ends_the_process(int parts, KlaviyoFindingCode? code)
    {
        ParameterExpression p = Expression.Parameter(typeof(Profile), "p");
        Expression body = Enumerable.Range(0, parts)
            .Select(i => (Expression)Expression.Equal(Expression.Property(p, nameof(Profile.Email)), Expression.Constant($"a{i}@b.c")))
            .Aggregate(Expression.OrElse);
        IKlaviyoQueryable<Profile> query = Klaviyo.Profiles.Where(Expression.Lambda<Func<Profile, bool>>(body, p), "…").AllowFanOut(20);

        if (code is { } refused)
            (await Refuses(query, refused)).Single().Reason.Should().Contain("2000 levels");
        else
            query.ToRequestUris().Should().HaveCountGreaterThan(1);
    }
}
