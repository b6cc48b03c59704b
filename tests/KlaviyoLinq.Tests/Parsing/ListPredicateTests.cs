using System.Collections.Frozen;
using System.Collections.Immutable;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Parsing;

public sealed class ListPredicateTests(EmulatedAccount account) : QueryTests(account)
{
    private sealed record Person(string Id);

    private string[] Ids => [.. Data.Profiles.Take(3).Select(p => p.Id)];

    private Task Found(IKlaviyoQueryable<Profile> query) =>
        Answers(
            query, $"/api/profiles?filter=any(id,[\"{string.Join("\",\"", Ids)}\"])&page[size]=100",
            Data.Profiles.Where(p => Ids.AsEnumerable().Contains(p.Id)));

    [Fact]
    public async Task Every_kind_of_collection_is_searched()
    {
        string[] array = Ids;
        ISet<string> set = new HashSet<string>(array);
        IReadOnlyCollection<string> readOnly = array;
        ImmutableList<string> immutable = [.. array];
        FrozenSet<string> frozen = array.ToFrozenSet();
        Queue<string> queue = new(array);
        Dictionary<string, int> dictionary = array.ToDictionary(id => id, _ => 1);
        IQueryable<string> queryable = array.AsQueryable();

        await Found(Klaviyo.Profiles.Where(p => array.AsEnumerable().Contains(p.Id)));
        await Found(Klaviyo.Profiles.Where(p => readOnly.Contains(p.Id)));
        await Found(Klaviyo.Profiles.Where(p => immutable.Contains(p.Id)));
        await Found(Klaviyo.Profiles.Where(p => queue.Contains(p.Id)));
        await Found(Klaviyo.Profiles.Where(p => queryable.Contains(p.Id)));
        await Found(Klaviyo.Profiles.Where(p => queryable.Where(id => id.Length > 0).Contains(p.Id)));
        await Found(Klaviyo.Profiles.Where(p => new[] { array[0], array[1], array[2] }.Contains(p.Id)));
        await Found(Klaviyo.Profiles.Where(p => new List<string> { array[0], array[1], array[2] }.Contains(p.Id)));
        await FoundInAnyOrder(Klaviyo.Profiles.Where(p => set.Contains(p.Id)));
        await FoundInAnyOrder(Klaviyo.Profiles.Where(p => frozen.Contains(p.Id)));
        await FoundInAnyOrder(Klaviyo.Profiles.Where(p => dictionary.Keys.Contains(p.Id)));
        await FoundInAnyOrder(Klaviyo.Profiles.Where(p => dictionary.ContainsKey(p.Id)));
    }

    [Fact]
    public async Task Any_and_Exists_with_an_equality_are_Contains()
    {
        string[] array = Ids;
        List<string> list = [.. array];
        List<Person> people = [.. array.Select(id => new Person(id))];

        await Found(Klaviyo.Profiles.Where(p => array.Any(id => id == p.Id)));
        await Found(Klaviyo.Profiles.Where(p => array.Any(id => p.Id == id)));
        await Found(Klaviyo.Profiles.Where(p => array.Any(id => id.Equals(p.Id))));
        await Found(Klaviyo.Profiles.Where(p => list.Exists(id => id == p.Id)));
        await Found(Klaviyo.Profiles.Where(p => Array.Exists(array, id => string.Equals(id, p.Id))));
        await Found(Klaviyo.Profiles.Where(p => people.Any(person => person.Id == p.Id)));
    }

    [Fact]
    public async Task Other_questions_about_a_list_are_refused()
    {
        string[] array = Ids;
        await Refuses(Klaviyo.Profiles.Where(p => array.All(id => id != p.Id)), KlaviyoFindingCode.PredicateNotTranslatable);
        await Refuses(Klaviyo.Profiles.Where(p => array.Any(id => p.Id.StartsWith(id))), KlaviyoFindingCode.PredicateNotTranslatable);
        await Refuses(Klaviyo.Profiles.Where(p => Array.IndexOf(array, p.Id) > 0), KlaviyoFindingCode.PredicateNotTranslatable);
        await Refuses(Klaviyo.Profiles.Where(p => array.Count(id => id == p.Id) == 1), KlaviyoFindingCode.PredicateNotTranslatable);
    }

    [Fact]
    public async Task Collections_that_compare_in_their_own_way_are_refused()
    {
        HashSet<string> set = new(["A"], StringComparer.OrdinalIgnoreCase);
        SortedSet<string> sorted = ["A"];
        Dictionary<string, int> dictionary = new(StringComparer.InvariantCultureIgnoreCase) { ["A"] = 1 };
        FrozenSet<string> frozen = set.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        string[] array = ["A"];
        await Refuses(Klaviyo.Profiles.Where(p => set.Contains(p.Id)), KlaviyoFindingCode.IgnoringCaseNotSupported);
        await Refuses(Klaviyo.Profiles.Where(p => sorted.Contains(p.Id)), KlaviyoFindingCode.IgnoringCaseNotSupported);
        await Refuses(Klaviyo.Profiles.Where(p => frozen.Contains(p.Id)), KlaviyoFindingCode.IgnoringCaseNotSupported);
        await Refuses(Klaviyo.Profiles.Where(p => dictionary.ContainsKey(p.Id)), KlaviyoFindingCode.IgnoringCaseNotSupported);
        await Refuses(Klaviyo.Profiles.Where(p => dictionary.Keys.Contains(p.Id)), KlaviyoFindingCode.IgnoringCaseNotSupported);
        await Refuses(Klaviyo.Profiles.Where(p => array.Contains(p.Id, StringComparer.OrdinalIgnoreCase)), KlaviyoFindingCode.IgnoringCaseNotSupported);
        await Answers(Klaviyo.Profiles.Where(p => array.Contains(p.Id, StringComparer.Ordinal)), "/api/profiles?filter=equals(id,\"A\")&page[size]=100", []);
    }

    [Fact]
    public async Task A_query_inside_a_query_is_refused_with_the_way_out()
    {
        foreach (var query in new[]
        {
            Klaviyo.Profiles.Where(p => Klaviyo.Lists.Any(l => l.Id == p.Id)),
            Klaviyo.Profiles.Where(p => Klaviyo.Lists.Where(l => l.Name == "x").Select(l => l.Id).Contains(p.Id)),
            Klaviyo.Profiles.Where(p => Klaviyo.Lists.Select(l => l.Id).Contains(p.Id)),
            Klaviyo.Profiles.Where(p => Klaviyo.Lists.Count(l => l.Id == p.Id) > 0),
        })
        {
            (await Refuses(query, KlaviyoFindingCode.PredicateNotTranslatable)).Single().Advice.Should().Contain("Run the inner query first");
        }

        await Refuses(
            Klaviyo.Profiles.Select(p => new { p.Id, Lists = Klaviyo.Lists.Where(l => l.Id == p.Id).Count() }), KlaviyoFindingCode.OperatorNotTranslatable);
    }

    // A set does not say in which order it gives its elements.
    private async Task FoundInAnyOrder(IKlaviyoQueryable<Profile> query)
    {
        string sent = Uri.UnescapeDataString(query.ToRequestUri().Query);
        sent.Should().StartWith("?filter=any(id,[").And.ContainAll(Ids);
        (await query.ToListAsync()).Select(p => p.Id).Should().BeEquivalentTo(Ids);
    }
}
