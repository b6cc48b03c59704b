using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Cases.Generated;
using KlaviyoLinq.Conformance.Tests.Data;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests;

public sealed class SortTests(EmulatedAccount account) : ConformanceTests(account)
{
    private static readonly Dictionary<string, SortCase> _cases = Sorts.All.ToDictionary(entry => entry.ToString());

    public static TheoryData<string> Tokens => [.. _cases.Keys];

    // Rows without the key come last in ascending order and first in descending order: assumed, since Klaviyo does not say (see the emulator's README).
    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task Every_sort_token_is_sent_and_the_rows_come_in_its_order(string token)
    {
        SortCase sort = _cases[token];
        ReadFacts operation = Facts(sort.Operation);
        Func<KlaviyoResource, object?> key = InMemory.Lambda(sort.Query(At, Ids(operation).First()), sort.Descending ? "OrderByDescending" : "OrderBy");

        // Rows that are all alike have no order, so a parent is taken whose rows differ.
        string id = Ids(operation).First(parent => Rows(operation, parent, sort.Query(At, parent)).Select(key).Distinct().Count() > 1);
        IKlaviyoQueryable<object> query = sort.Query(At, id);
        List<KlaviyoResource> expected = Rows(operation, id, query);

        List<object> rows = await RowsOf(query, Request(operation, id, null, GivenFilter(operation, id), $"sort={(sort.Descending ? "-" : "")}{sort.Key}"));

        Ordered(rows).Should().Equal(Ordered(expected));
        object?[] keys = [.. expected.Select(key).Order(KeyComparer.Instance)];
        rows.Select(row => key(Data.Find(operation.ResourceType, Id(row)))).Should().Equal(sort.Descending ? keys.Reverse() : keys);
    }
}
