using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Cases.Generated;
using KlaviyoLinq.Conformance.Tests.Data;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests;

public sealed class FilterTests(EmulatedAccount account) : ConformanceTests(account)
{
    private static readonly Dictionary<string, FilterCase> _cases = Filters.All.ToDictionary(entry => entry.ToString());

    public static TheoryData<string> Entries => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task Every_filter_entry_sends_its_request_and_finds_what_LINQ_to_Objects_finds(string entry)
    {
        FilterCase filter = _cases[entry];
        ReadFacts operation = Facts(filter.Operation);
        Trial trial = Trials(filter, operation).OrderByDescending(candidate => candidate.Selectivity).First();

        IKlaviyoQueryable<object> query = filter.Query(At, trial.Id, trial.Operand);
        List<object> rows = await RowsOf(
            query, Request(operation, trial.Id, null, $"filter={Given(operation, trial.Id, filter.Field)}{Wire(filter, operation, trial.Operand)}"));

        Ordered(rows).Should().Equal(Ordered(trial.Found));
        if (!MatchesEveryRow(filter))
            trial.Selectivity.Should().Be(2, "a filter that finds nothing or everything proves little");
        else if (trial.Operand is not null && operation.FindFilter(filter.Field) is { Kind: ValueKind.String, Values.Count: 0 })
            (await filter.Query(At, trial.Id, Foreign(trial.Operand)).ToListAsync()).Should().BeEmpty();
    }

    /// <summary>The operands that come into question, until one selects some rows and leaves others out.</summary>
    private IEnumerable<Trial> Trials(FilterCase filter, ReadFacts operation)
    {
        foreach (string id in Ids(operation).Take(8))
        {
            foreach (object? operand in Candidates(filter, operation, id))
            {
                Trial trial = Try(filter, operation, id, operand);
                yield return trial;
                if (trial.Selectivity == 2)
                    yield break;
            }
        }
    }

    private IEnumerable<object?> Candidates(FilterCase filter, ReadFacts operation, string id)
    {
        if (filter.Operand == "none")
            return [null];

        // Only values of rows that the required filter lets through: an operand must stand on the boundary of what is found.
        IEnumerable<object> values = Values(
            Given(operation, id, filter.Field).Length == 0 ? Data.Scope(operation, id) : Rows(operation, id, Route(operation.Id).Query(At, id)), filter);
        return filter.TakesList
            ? Operands.Lists(values, Values(Data.Of(operation.ResourceType), filter), filter.Operator)
            : Operands.Single(values, filter.Operator);
    }

    private IEnumerable<object> Values(IEnumerable<KlaviyoResource> resources, FilterCase filter) =>
        resources.SelectMany(resource => MemberPath.Values(Data, resource, filter.Path)).Distinct();

    private Trial Try(FilterCase filter, ReadFacts operation, string id, object? operand)
    {
        List<Func<KlaviyoResource, bool>> conditions = InMemory.Conditions(filter.Query(At, id, operand));
        List<KlaviyoResource> scope = [.. Data.Scope(operation, id).Where(resource => conditions.SkipLast(1).All(given => given(resource)))];
        string[] found = [.. scope.Where(resource => Holds(filter, resource, conditions[^1])).Select(resource => resource.Id)];
        return new Trial(id, operand, found, found.Length == 0 ? 0 : found.Length == scope.Count ? 1 : 2);
    }

    // Of a hidden member with several values, the condition may hold for any of them.
    private bool Holds(FilterCase filter, KlaviyoResource resource, Func<KlaviyoResource, bool> condition)
    {
        object[] values = Data.Hidden(resource, filter.Path);
        if (values.Length < 2)
            return condition(resource);
        var property = resource.GetType().GetProperty(filter.Path)!;
        bool holds = values.Any(value =>
        {
            property.SetValue(resource, value);
            return condition(resource);
        });
        property.SetValue(resource, values[0]);
        return holds;
    }

    private static string Wire(FilterCase filter, ReadFacts operation, object? operand) => (filter.Operator, operand) switch
    {
        ("has", _) => $"has({filter.Field})",

        // A field that lists equals for a list takes a single literal too, and "is one of one" is "is": both entries send the same request.
        ("equals", object[] values) => $"equals({filter.Field},{Literal.Of(values.Single())})",

        // Two values are all that a flag can have, and of one value left (in the account), any is equals where the field lists that too.
        ("any", object[] { Length: 1 } values) when operation.FindFilter(filter.Field)!.Lists(FilterOperator.Equals) =>
            $"equals({filter.Field},{Literal.Of(values[0])})",
        (_, object[] values) => $"{filter.Operator}({filter.Field},{Literal.List(values)})",
        _ => $"{filter.Operator}({filter.Field},{Literal.Of(operand!)})",
    };

    /// <summary>
    /// Any of two flags is every flag, every event has a metric, what is related to a parent has that parent, and one value is all that is
    /// documented.
    /// </summary>
    private static bool MatchesEveryRow(FilterCase filter) => (filter.Operation, filter.Field, filter.Operator) switch
    {
        ("get_events", "metric", "has") => true,
        ("get_coupon_codes_for_coupon" or "get_coupon_code_ids_for_coupon", "coupon.id", _) => true,
        ("get_variants_for_catalog_item" or "get_variant_ids_for_catalog_item", "item.id", _) => true,
        (_, _, "any") when Facts(filter.Operation).FindFilter(filter.Field)!.Kind == ValueKind.Boolean => true,
        _ => Facts(filter.Operation).FindFilter(filter.Field)!.Values.Count == 1,
    };

    /// <summary>An operand of the same type that is nowhere in the account.</summary>
    private static object Foreign(object operand) => operand switch
    {
        object[] values => values.Select(Foreign).ToArray(),
        string => "nowhere",
        _ => Activator.CreateInstance(operand.GetType(), "nowhere")!,
    };

    /// <summary>One operand tried: what LINQ to Objects finds with it. Selectivity is 0 for nothing, 1 for everything, 2 for some.</summary>
    private sealed record Trial(string Id, object? Operand, string[] Found, int Selectivity);
}
