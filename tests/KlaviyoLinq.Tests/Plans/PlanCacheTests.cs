using System.Runtime.CompilerServices;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Parsing;
using KlaviyoLinq.Parsing.Capturing;
using KlaviyoLinq.Plans;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings;

namespace KlaviyoLinq.Tests.Plans;

public sealed class PlanCacheTests
{
    private static readonly KlaviyoContext _klaviyo = new("pk_tests");

    private readonly PlanCache _cache = new(16);

    [Fact]
    public void A_query_seen_before_is_not_read_again_whatever_it_captures_and_wherever_it_is_written()
    {
        Translate(Query("a", "x")).Should().BeFalse();
        Translate(Query("b", "y")).Should().BeTrue();
        Translate(_klaviyo.Profiles.Where(other => other.Email == "c" && other.Id == "z")).Should().BeFalse("constants stand where members of a closure stood");
        Translate(_klaviyo.Profiles.Where(third => third.Email == "d" && third.Id == "!"))
            .Should().BeTrue("neither names nor places nor constants are a part of the pattern");
        _cache.Count.Should().Be(2);
    }

    [Fact]
    public void A_query_and_its_tree_share_a_plan()
    {
        IQueryable query = _klaviyo.Profiles.Where(p => p.Email == "a").OrderBy(p => p.Created).Select(p => p.Id).Distinct().Take(3);
        Translate(query).Should().BeFalse();
        using PlanSearch search = PlanSearch.Of(query, TerminalKind.Sequence, FilterGrammar.Published);
        search.Find(_cache, "").Should().NotBeNull();
        using PlanSearch once = PlanSearch.Of(
            _klaviyo.Profiles.Where(p => p.Email == "b").OrderBy(p => p.Created).Select(p => p.Id).Distinct().Take(3), TerminalKind.Sequence,
            FilterGrammar.Published);
        once.Find(_cache, "").Should().NotBeNull("the tree of this one has not been built");
    }

    [Fact]
    public void A_tag_is_not_part_of_the_plan()
    {
        Translate(_klaviyo.Profiles.Where(p => p.Email == "a").TagWith("one")).Should().BeFalse();
        Translate(_klaviyo.Profiles.Where(p => p.Email == "b").TagWith("two")).Should().BeTrue();
    }

    [Fact]
    public void A_value_that_the_reader_takes_without_asking_for_it_makes_a_plan_impossible()
    {
        IQueryable query = _klaviyo.Profiles.Where(p => p.Email == "a").TagWith("one");
        using PlanSearch search = PlanSearch.Of(query.Expression, TerminalKind.Sequence, FilterGrammar.Published);
        search.Find(_cache, "");
        ReadQuery read = QueryReader.Read(query.Expression, TerminalKind.Sequence, ModelMap.Empty, new CapturedValues());
        search.Remember(_cache, read, Rulings.Judge.Rule(read.Form, KlaviyoCatalogue.Newest).Request!, ModelMap.Empty, "");
        _cache.Count.Should().Be(0, "this search was asked for nothing");
    }

    [Fact]
    public void Null_and_an_empty_list_have_plans_of_their_own()
    {
        static IQueryable Toggled(string? text, List<string> ids) => _klaviyo.Profiles.Where(p => (text == null || p.Email == text) && ids.Contains(p.Id));
        Translate(Toggled("a", ["1", "2"])).Should().BeFalse();
        Translate(Toggled(null, ["1", "2"])).Should().BeFalse();
        Translate(Toggled("a", [])).Should().BeFalse();
        Translate(Toggled("a", ["1"])).Should().BeFalse();
        Translate(Toggled("b", ["3", "4", "5"])).Should().BeTrue();
        Translate(Toggled(null, ["3", "4", "5"])).Should().BeTrue();
        Translate(Toggled("b", [])).Should().BeTrue();
        Translate(Toggled("b", ["1"])).Should().BeTrue();
        _cache.Count.Should().Be(4);
    }

    [Fact]
    public void Equal_hashes_do_not_make_two_queries_one()
    {
        Pattern one = new([new PatternToken(1, "a")], 7);
        Pattern other = new([new PatternToken(1, "b")], 7);
        PatternComparer.Instance.Equals(one, other).Should().BeFalse();
        PatternComparer.Instance.Equals(new PatternView(one.Tokens, 7), other).Should().BeFalse();
        PatternComparer.Instance.Equals(new PatternView([new PatternToken(1, new string("a"))], 7), one).Should().BeTrue();
    }

    [Fact]
    public void The_cache_is_bounded_and_keeps_what_is_used()
    {
        Translate(Query("a", "x"));
        for (int count = 1; count <= 200; count++)
        {
            Translate(_klaviyo.Profiles.Take(count));
            Translate(Query("b", "y")).Should().BeTrue("of {0}", count);
            _cache.Count.Should().BeLessThanOrEqualTo(16);
        }

        Translate(_klaviyo.Profiles.Take(200)).Should().BeTrue();
        Translate(_klaviyo.Profiles.Take(1)).Should().BeFalse();
    }

    [Fact]
    public void A_query_with_many_toggles_does_not_fill_the_cache()
    {
        PlanCache cache = new(1_000);
        for (int bits = 0; bits < 64; bits++)
        {
            bool[] on = [.. Enumerable.Range(0, 6).Select(i => (bits & (1 << i)) != 0)];
            (bool a, bool b, bool c, bool d, bool e, bool f) = (on[0], on[1], on[2], on[3], on[4], on[5]);
            Translate(
                _klaviyo.Profiles.Where(
                    p => (a || p.Id == "1") && (b || p.Id == "2") && (c || p.Id == "3") && (d || p.Id == "4") && (e || p.Id == "5") && (f || p.Id == "6")),
                cache);
        }

        cache.Count.Should().Be(32);
    }

    [Fact]
    public void Nothing_that_a_query_captures_is_held()
    {
        WeakReference[] captured = Captured();
        for (int i = 0; i < 10 && captured.Any(reference => reference.IsAlive); i++)
            GC.Collect();
        captured.Select(reference => reference.IsAlive).Should().OnlyContain(alive => !alive);
        _cache.Count.Should().Be(2);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference[] Captured()
    {
        Holder holder = new(new string('a', 10), [new string('b', 10), new string('c', 10)], new string('d', 10));
        IQueryable plain = _klaviyo.Profiles.Where(p => holder.List.Contains(p.Id) && p.Email == holder.Text)
            .Select(p => new { p.Id, Tag = holder.Tag + p.Email });
        IQueryable byKey = _klaviyo.Lists[holder.Text].Profiles;
        Translate(plain).Should().BeFalse();
        Translate(byKey).Should().BeFalse();
        Translate(plain).Should().BeTrue();
        Translate(byKey).Should().BeTrue();
        return [
            new WeakReference(holder), new WeakReference(holder.Text), new WeakReference(holder.List), new WeakReference(holder.List[0]),
            new WeakReference(plain.Expression)
        ];
    }

    private static IQueryable Query(string email, string id) => _klaviyo.Profiles.Where(p => p.Email == email && p.Id == id);

    // As the provider does it; true when a plan was found.
    private bool Translate(IQueryable query, PlanCache? cache = null)
    {
        using PlanSearch search = PlanSearch.Of(query.Expression, TerminalKind.Sequence, FilterGrammar.Published);
        if (search.Find(cache ?? _cache, "") is not null)
            return true;
        ReadQuery read = QueryReader.Read(query.Expression, TerminalKind.Sequence, ModelMap.Empty, search.Captured);
        KlaviyoRequest request = Rulings.Judge.Rule(read.Form, KlaviyoCatalogue.Newest).Request!;
        search.Remember(cache ?? _cache, read, request, ModelMap.Empty, "");
        return false;
    }

    private sealed record Holder(string Text, List<string> List, string Tag);
}
