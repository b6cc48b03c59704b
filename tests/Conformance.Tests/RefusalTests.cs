using System.Linq.Expressions;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Cases.Generated;
using KlaviyoLinq.Conformance.Tests.Data;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Conformance.Tests;

public sealed class RefusalTests(EmulatedAccount account) : ConformanceTests(account)
{
    private static readonly Dictionary<string, FilterCase> _fields = Filters.All
        .Where(entry => Facts(entry.Operation).FindFilter(entry.Field)!.Kind != ValueKind.None)
        .DistinctBy(entry => (entry.Operation, entry.Field))
        .ToDictionary(entry => $"{entry.Operation} {entry.Field}");

    public static TheoryData<string> Fields => [.. _fields.Keys];

    // C# has no < for texts and no StartsWith for numbers, so of each kind those operators are tried that an author can write.
    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_operator_that_a_field_does_not_list_is_refused_with_those_it_lists(string field)
    {
        FilterCase entry = _fields[field];
        ReadFacts operation = Facts(entry.Operation);
        FilterFacts filter = operation.FindFilter(entry.Field)!;
        string id = Ids(operation).First();
        IQueryable source = Route(operation.Id).Source(At, id);

        foreach (FilterOperator unlisted in Writable(filter.Kind).Where(candidate => !Becomes(filter, candidate)))
        {
            LambdaExpression condition = Condition.Build(source.ElementType, entry.Path, unlisted);
            IQueryable query = source.Provider.CreateQuery(
                Expression.Call(typeof(Queryable), "Where", [source.ElementType], source.Expression, Expression.Quote(condition)));

            KlaviyoFinding finding = ((IKlaviyoQueryable<object>)query).Invoking(refused => refused.ToRequestUri()).Should()
                .Throw<UntranslatableQueryException>($"{field} does not list {unlisted}").Which.Findings.First(
                    found => found.Code != KlaviyoFindingCode.RequiredFilterMissing);

            finding.Code.Should().Be(KlaviyoFindingCode.OperatorNotListed, finding.ToString());
            finding.Reason.Should().Contain(
                operation.Path.Replace("/relationships", "", StringComparison.Ordinal)).And.Contain(filter.Field).And.Contain(unlisted.WireName());
            foreach (FilterOperatorFacts listed in filter.Operators)
                finding.Advice.Should().Contain(Written(listed.Operator));
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_test_for_null_is_refused_where_a_field_does_not_list_has(string field)
    {
        FilterCase entry = _fields[field];
        ReadFacts operation = Facts(entry.Operation);
        IQueryable source = Route(operation.Id).Source(At, Ids(operation).First());
        if (Condition.BuildPresence(source.ElementType, entry.Path) is not { } condition)
            return; // a value type cannot be compared with null
        IQueryable query = source.Provider.CreateQuery(
            Expression.Call(typeof(Queryable), "Where", [source.ElementType], source.Expression, Expression.Quote(condition)));

        if (entry.Path == "Id" || IsNeverNull(operation, entry.Field))
        {
            // A test that holds for every resource leaves what the endpoint requires and nothing else.
            string without = Sent((IKlaviyoQueryable<object>)source);
            Sent((IKlaviyoQueryable<object>)query).Should().Be(without);
            return;
        }

        KlaviyoFinding finding = ((IKlaviyoQueryable<object>)query).Invoking(refused => refused.ToRequestUri()).Should()
            .Throw<UntranslatableQueryException>().Which.Findings.First(found => found.Code != KlaviyoFindingCode.RequiredFilterMissing);

        finding.Code.Should().Be(KlaviyoFindingCode.NullNotSupported);
        finding.Reason.Should().Contain(operation.Path.Replace("/relationships", "", StringComparison.Ordinal));
    }

    private static string Sent(IKlaviyoQueryable<object> query)
    {
        try
        {
            return query.ToRequestUri().PathAndQuery;
        }
        catch (UntranslatableQueryException refusal)
        {
            return string.Join(' ', refusal.Findings.Select(finding => finding.Id));
        }
    }

    /// <summary>Returns whether the document promises a value of the field in every resource.</summary>
    private static bool IsNeverNull(ReadFacts operation, string field)
    {
        IReadOnlyList<AttributeFacts> members = KlaviyoCatalogue.Newest.FindResource(operation.ResourceType)!.Attributes;
        foreach (string name in field.Split('.'))
        {
            if (members.FirstOrDefault(facts => facts.Name == name) is not { Required: true, Nullable: false } attribute)
                return false;
            members = attribute.Members;
        }

        return true;
    }

    /// <summary>An operator as C# writes it.</summary>
    private static string Written(FilterOperator listed) => listed switch
    {
        FilterOperator.Equals => "==",
        FilterOperator.Any => "list.Contains",
        FilterOperator.Contains => "Contains",
        FilterOperator.StartsWith => "StartsWith",
        FilterOperator.EndsWith => "EndsWith",
        FilterOperator.GreaterThan => ">",
        FilterOperator.GreaterOrEqual => ">=",
        FilterOperator.LessThan => "<",
        FilterOperator.LessOrEqual => "<=",
        _ => throw new ArgumentOutOfRangeException(nameof(listed), listed, null),
    };

    private static FilterOperator[] Writable(ValueKind kind) => kind switch
    {
        ValueKind.String => [FilterOperator.Equals, FilterOperator.Any, FilterOperator.Contains, FilterOperator.StartsWith, FilterOperator.EndsWith],
        ValueKind.Boolean => [FilterOperator.Equals, FilterOperator.Any],
        _ =>
            [
                FilterOperator.Equals, FilterOperator.Any, FilterOperator.GreaterThan, FilterOperator.GreaterOrEqual, FilterOperator.LessThan,
                FilterOperator.LessOrEqual
            ],
    };

    // any(id,["x"]) says what equals(id,"x") says, so == needs only one of the two.
    private static bool Becomes(FilterFacts filter, FilterOperator candidate) =>
        filter.Lists(candidate) || (candidate == FilterOperator.Equals && filter.Lists(FilterOperator.Any));
}
