using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings;
using KlaviyoLinq.Rulings.Paging;
using KlaviyoLinq.Wire;
using static KlaviyoLinq.Dialect.Tests.Written;

namespace KlaviyoLinq.Dialect.Tests.Rulings;

/// <summary>The request that continues after a sort key, where the endpoint can be asked it.</summary>
public sealed class ReanchorTests
{
    private static readonly DateTimeOffset _last = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void An_ascending_sort_continues_a_second_before_the_last_key() =>
        After("/api/profiles", OrderBy(Attribute("created")))
            .Should().Be("/api/profiles?filter=greater-than(created,2026-03-01T09:59:59Z)&sort=created&page[size]=100");

    [Fact]
    public void A_descending_sort_continues_a_second_after_it() =>
        After("/api/profiles", OrderBy(Attribute("updated"), descending: true))
            .Should().Be("/api/profiles?filter=less-than(updated,2026-03-01T10:00:01Z)&sort=-updated&page[size]=100");

    [Fact]
    public void A_sparse_request_asks_for_the_key_besides() =>
        After("/api/profiles", OrderBy(Attribute("created")), Select(Attribute("email")))
            .Should().Be("/api/profiles?filter=greater-than(created,2026-03-01T09:59:59Z)&sort=created&fields[profile]=email,created&page[size]=100");

    [Fact]
    public void Other_conditions_stay() =>
        After("/api/profiles", Where(Attribute("email").Is("a")), OrderBy(Attribute("created")))
            .Should().Be("/api/profiles?filter=equals(email,\"a\"),greater-than(created,2026-03-01T09:59:59Z)&sort=created&page[size]=100");

    [Fact]
    public void A_bound_on_the_same_side_gives_way_to_the_narrower_one()
    {
        DateTimeOffset earlier = _last.AddDays(-1), later = _last.AddDays(1);

        After("/api/profiles", Where(Attribute("created").Compare(ComparisonKind.GreaterThan, earlier)), OrderBy(Attribute("created")))
            .Should().Contain("?filter=greater-than(created,2026-03-01T09:59:59Z)&");
        After("/api/profiles", Where(Attribute("created").Compare(ComparisonKind.GreaterThan, later)), OrderBy(Attribute("created")))
            .Should().Contain("?filter=greater-than(created,2026-03-02T12:00:00+02:00)&");
    }

    [Theory]
    [InlineData("/api/profiles", "email", false, "does not filter by email in the direction of the sort. A run sorted by one of these continues by itself: created ascending, updated ascending, created descending, updated descending.")]
    [InlineData("/api/segments", "created", true, "does not filter by created in the direction of the sort.")]
    [InlineData("/api/tags", "name", false, "Narrow the query with a filter.")]
    public void A_run_that_cannot_continue_says_why_and_what_would_help(string path, string key, bool descending, string obstacle)
    {
        Reanchoring reanchoring = ReanchorRuling.After(Ruling(path, OrderBy(Attribute(key), descending)).Request!, _last);

        reanchoring.Request.Should().BeNull();
        reanchoring.Obstacle.Should().Contain(obstacle);
    }

    [Fact]
    public void Wherever_a_key_can_be_bounded_the_bounded_request_is_one_that_the_catalogue_lists()
    {
        List<string> found = [];
        foreach (ReadFacts operation in KlaviyoCatalogue.Newest.Reads.Where(operation => operation.Paging.HasCursor))
        {
            foreach (SortKey sort in operation.SortKeys.SelectMany(key => new[] { new SortKey(key, false), new SortKey(key, true) }))
            {
                KlaviyoRequest request = new() { Operation = operation, Sort = sort };
                if (ReanchorRuling.After(request, _last).Request is not { Filter: ComparisonFilter bound })
                    continue;
                operation.FindFilter(bound.Field)!.Lists(bound.Operator).Should().BeTrue();
                found.Add($"{operation.Id} {(sort.Descending ? "-" : "")}{sort.Field} {bound.Operator.WireName()}");
            }
        }

        found.Should().HaveCount(60)
            .And.Contain(["get_profiles created greater-than", "get_events -datetime less-than", "get_lists created greater-than"]);
    }

    private static string After(string path, params Stage[] stages)
    {
        Reanchoring reanchoring = ReanchorRuling.After(Ruling(path, stages).Request!, _last);
        reanchoring.Obstacle.Should().BeEmpty();
        return Uri.UnescapeDataString(RequestWriter.Write(reanchoring.Request!));
    }
}
