using System.Linq.Expressions;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Cases.Generated;
using KlaviyoLinq.Conformance.Tests.Data;
using KlaviyoLinq.Conformance.Tests.Node;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>Every request that KlaviyoLinq makes is what the official document says a request is: one for each entry of docs/coverage.md.</summary>
[Collection("validated")]
public sealed class RequestTests(ValidatedAccount validated) : ConformanceTests(validated.Account)
{
    public static TheoryData<string> Reached => [.. Operations.All.Select(route => route.Operation)];

    [DocumentTheory]
    [MemberData(nameof(Reached))]
    public async Task Every_entry_of_the_coverage_list_makes_a_request_that_conforms_and_is_answered_so(string id)
    {
        ReadFacts operation = Facts(id);
        string parent = Ids(operation).First();
        IKlaviyoQueryable<object>[] queries =
        [
            Route(id).Query(At, parent),
            .. Filters.All.Where(entry => entry.Operation == id).Select(entry => Filtered(entry, operation, parent)),
            .. Sorts.All.Where(entry => entry.Operation == id).Select(entry => entry.Query(At, parent)),
            .. Includes.All.Where(entry => entry.Operation == id).Select(entry => entry.Query(At, parent)),
            .. AdditionalFields.All.Where(entry => entry.Operation == id).Select(entry => entry.Query(At, parent)),
            .. operation.Fieldsets.SelectMany(fieldset => Selecting(operation, parent, fieldset)),
        ];

        // Both validators, the emulator and the provider have something to do at the same time.
        await Parallel.ForEachAsync(queries, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (query, cancellationToken) =>
            await (operation.IsCollection ? query.Take(1) : query).ToListAsync(cancellationToken));
    }

    private IKlaviyoQueryable<object> Filtered(FilterCase filter, ReadFacts operation, string parent)
    {
        object[] values = [.. Data.Of(operation.ResourceType).SelectMany(resource => MemberPath.Values(Data, resource, filter.Path)).Distinct()];
        object? operand = filter.Operand switch
        {
            "none" => null,
            "list" => Operands.Lists(values, values, filter.Operator).First(),
            _ => Operands.Single(values, filter.Operator).First(),
        };
        return filter.Query(At, parent, operand);
    }

    private IEnumerable<IKlaviyoQueryable<object>> Selecting(ReadFacts operation, string parent, FieldsetFacts fieldset)
    {
        IQueryable query = Route(operation.Id).Query(At, parent);
        ParameterExpression resource = Expression.Parameter(query.ElementType, "x");
        return fieldset.Members.Where(member => !Projections.Undescribed(fieldset.ResourceType, member))
            .Select(member => Projections.Of(query, resource, Optional(Projections.Read(operation, resource, fieldset.ResourceType, member))));
    }

    // What is read through something that may be missing is read as (bool?) or (long?), as an author would write it.
    private static Expression Optional(Expression read) =>
        read.Type.IsValueType && Nullable.GetUnderlyingType(read.Type) is null ? Expression.Convert(read, typeof(Nullable<>).MakeGenericType(read.Type)) : read;
}
