using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Data;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Revisions;

/// <summary>
/// Every filter, sort key, include and fieldset member of every older revision has a query in C#, or is named as impossible. The emulator of the revision
/// refuses what the revision's document does not list, and the rows are those of LINQ to Objects over the same data.
/// </summary>
public sealed class OlderRevisionTests
{
    /// <summary>Requests that no C# query can express, with the reason.</summary>
    private static readonly Dictionary<string, string> _impossible = new()
    {
        ["2023-07-15 /api/campaign-messages/{id}/campaign"] = "The document declares that the campaign comes as a campaign-message.",
        ["2023-07-15 /api/campaign-messages/{id}/template"] = "The document declares that the template comes as a campaign-message.",
        ["2026-04-15 /api/profiles include conversation"] = "The document lists the include and describes no relationship of that name.",
        ["2026-04-15 /api/profiles/{id} include conversation"] = "The document lists the include and describes no relationship of that name.",
    };

    public static TheoryData<string> Revisions => [.. KlaviyoCatalogue.Known.Skip(1).Select(catalogue => catalogue.Revision)];

    [Theory]
    [MemberData(nameof(Revisions))]
    public async Task Every_operation_answers_its_query(string revision) => await EachAsync(
        revision,
        (_, operation) => [operation.Path],
        RevisionCases.Operations,
        async (account, operation, route) =>
        {
            string id = account.Ids(operation).First();
            IKlaviyoQueryable<object> query = route.Query(account.At, id);
            return Difference(Expected(account, operation, id, query), await query.ToListAsync());
        });

    [Theory]
    [MemberData(nameof(Revisions))]
    public async Task Every_filter_is_sent_and_finds_what_LINQ_to_Objects_finds(string revision) => await EachAsync(
        revision,
        (_, operation) =>
            operation.Filters.SelectMany(
                filter =>
                    filter.Operators.Select(
                        listed => $"{operation.Path} {filter.Field} {listed.Operator.WireName()} {listed.Operand.ToString().ToLowerInvariant()}")),
        RevisionCases.Filters,
        FilterAsync);

    [Theory]
    [MemberData(nameof(Revisions))]
    public async Task Every_sort_key_is_sent_in_both_directions(string revision) => await EachAsync(
        revision,
        (_, operation) => operation.SortKeys.SelectMany(key => new[] { $"{operation.Path} {key}", $"{operation.Path} -{key}" }),
        RevisionCases.Sorts,
        async (account, operation, sort) =>
        {
            string id = account.Ids(operation).First();
            IKlaviyoQueryable<object> query = sort.Query(account.At, id);
            List<object> rows = await query.ToListAsync();
            if (!account.SentRequest.Contains($"sort={(sort.Descending ? "-" : "")}{sort.Key}", StringComparison.Ordinal))
                return account.SentRequest;
            if (Difference(Expected(account, operation, id, query), rows) is { } difference)
                return difference;
            Func<KlaviyoResource, object?> key = InMemory.Lambda(query, sort.Descending ? "OrderByDescending" : "OrderBy");
            object?[] keys = [.. rows.Select(row => key(account.Data.Find(operation.ResourceType, ConformanceTests.Id(row))))];
            object?[] ordered = [.. keys.Order(KeyComparer.Instance)];
            return keys.SequenceEqual(sort.Descending ? ordered.Reverse() : ordered) ? null : "not in order";
        });

    [Theory]
    [MemberData(nameof(Revisions))]
    public async Task Every_include_is_sent_and_fills_its_navigation(string revision) => await EachAsync(
        revision,
        (_, operation) => operation.Includes.Select(include => $"{operation.Path} {include.Relationship}"),
        RevisionCases.Includes,
        async (account, operation, include) =>
        {
            string id = account.Ids(operation).First();
            IKlaviyoQueryable<object> query = include.Query(account.At, id);
            List<object> rows = await query.ToListAsync();
            return account.SentRequest.Contains("include=" + include.Relationship, StringComparison.Ordinal)
                ? Difference(Expected(account, operation, id, query), rows)
                : account.SentRequest;
        },
        "include ");

    private static async Task<string?> FilterAsync(RevisionAccount account, ReadFacts operation, FilterCase filter)
    {
        string[] ids = [.. account.Ids(operation).Take(8)];
        foreach (string id in ids)
        {
            IReadOnlyList<string> documented = operation.FindFilter(filter.Field)!.Values;
            object[] values =
            [
                .. account.Data.Scope(operation, id).SelectMany(resource => MemberPath.Values(account.Data, resource, filter.Path)).Distinct()
                    .Where(value => documented.Count == 0 || documented.Contains($"{value}", StringComparer.OrdinalIgnoreCase)),
            ];
            object?[] operands = filter.Operand == "none"
                ? [null]
                : filter.TakesList
                ? [.. Operands.Lists(values, values, filter.Operator)]
                : [.. Operands.Single(values, filter.Operator)];
            if (operands.Length > 0 && operands[0] is not object[] { Length: 0 })
                return await FilterAsync(account, operation, filter, id, operands[0]);
        }

        // The account holds no value to compare with, at a revision that does not show it: any will do, and finds nothing.
        object nothing = filter.Field == "published" ? true : "nothing";
        return await FilterAsync(account, operation, filter, ids[0], filter.TakesList ? new[] { nothing, nothing } : nothing);
    }

    private static async Task<string?> FilterAsync(RevisionAccount account, ReadFacts operation, FilterCase filter, string id, object? operand)
    {
        IKlaviyoQueryable<object> query = filter.Query(account.At, id, operand);
        List<object> rows = await query.ToListAsync();
        string wire = filter.Operand == "none" ? $"has({filter.Field})" : $"({filter.Field},";
        if (!account.SentRequest.Contains(wire, StringComparison.Ordinal))
            return account.SentRequest;

        // A member that no class shows may have several values, and one resource comes whether or not it meets the condition.
        bool isComparable = operation.IsCollection
            && account.Data.Of(operation.ResourceType).All(resource => account.Data.Hidden(resource, filter.Path).Length < 2);
        return isComparable ? Difference(Expected(account, operation, id, query), rows) : null;
    }

    private static async Task EachAsync<T>(
        string revision,
        Func<RevisionAccount, ReadFacts, IEnumerable<string>> entries,
        Dictionary<string, T> cases,
        Func<RevisionAccount, ReadFacts, T, Task<string?>> tryOut,
        string kind = "")
    {
        await using RevisionAccount account = await RevisionAccount.OfAsync(revision);
        List<string> failures = [];
        int tried = 0;
        foreach (ReadFacts operation in account.Catalogue.Reads)
        {
            foreach (string entry in entries(account, operation))
            {
                string name = $"{revision} {(kind.Length > 0 ? entry.Insert(entry.LastIndexOf(' ') + 1, kind) : entry)}";
                bool isImpossible = _impossible.ContainsKey(name);
                if (!cases.TryGetValue(entry, out T? query) || isImpossible)
                {
                    if (!isImpossible)
                        failures.Add($"{name}: no query");
                    continue;
                }

                tried++;
                account.Emulator.ClearRequests();
                try
                {
                    if (await tryOut(account, operation, query) is { } failure)
                        failures.Add($"{name}: {failure}");
                }
                catch (Exception failure) when (failure is not OutOfMemoryException)
                {
                    failures.Add($"{name}: {failure.GetType().Name}: {failure.Message}");
                }
            }
        }

        failures.Should().BeEmpty();
        tried.Should().BeGreaterThan(0);
    }

    private static List<string> Expected(RevisionAccount account, ReadFacts operation, string id, IQueryable query)
    {
        List<Func<KlaviyoResource, bool>> conditions = InMemory.Conditions(query);
        return [.. account.Data.Scope(operation, id)
            .Where(resource => conditions.TrueForAll(condition => condition(resource)))
            .Select(resource => resource.Id)];
    }

    private static string? Difference(List<string> expected, List<object> rows)
    {
        string[] ids = [.. ConformanceTests.Ordered(rows)];
        return ids.SequenceEqual(expected.Order(StringComparer.Ordinal)) ? null : $"{ids.Length} rows, not {expected.Count}";
    }
}
