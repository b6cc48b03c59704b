using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Cases.Generated;
using KlaviyoLinq.Conformance.Tests.Data;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests;

public sealed class FieldsetTests(EmulatedAccount account) : ConformanceTests(account)
{
    public static TheoryData<string, string> Fieldsets
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (ReadFacts operation in Operations.All.Select(route => Facts(route.Operation)))
                foreach (FieldsetFacts fieldset in operation.Fieldsets)
                    data.Add(operation.Id, fieldset.ResourceType);
            return data;
        }
    }

    public static TheoryData<string> Answering =>
        [.. Operations.All.Select(route => route.Operation).Where(id => Facts(id).FindFieldset(Facts(id).ResourceType) is not null)];

    [Theory]
    [MemberData(nameof(Fieldsets))]
    public void A_projection_of_each_member_asks_for_exactly_that_member(string id, string type)
    {
        ReadFacts operation = Facts(id);
        IQueryable query = Route(id).Query(At, Ids(operation).First());
        foreach (string member in operation.FindFieldset(type)!.Members.Where(member => !Projections.Undescribed(type, member)))
        {
            ParameterExpression resource = Expression.Parameter(query.ElementType, "x");
            Expression read = Projections.Read(operation, resource, type, member);
            string sent = Uri.UnescapeDataString(Projections.Of(query, resource, read).ToRequestUri().PathAndQuery);
            string? asked = sent.Split('?', '&')
                .SingleOrDefault(parameter => parameter.StartsWith($"fields[{type}]=", StringComparison.Ordinal))?.Split('=')[1];

            if (member == "id" && asked is null)
                IsKnownOtherwise(operation, type, sent).Should().BeTrue("{0} does not ask for the id", sent);
            else if (UnionMembers.All.Contains($"{type}.{member}"))
                IsMemberWithDiscriminators(asked!.Split(','), member).Should().BeTrue("{0} asks for {1} and what tells the alternatives apart", asked, member);
            else
                asked.Should().Be(member);
        }
    }

    [Theory]
    [MemberData(nameof(Answering))]
    public async Task A_projection_of_all_plain_members_gives_what_LINQ_to_Objects_gives(string id)
    {
        ReadFacts operation = Facts(id);
        string parent = Ids(operation).First();
        IQueryable query = Route(id).Query(At, parent);
        ParameterExpression resource = Expression.Parameter(query.ElementType, "x");
        (string Name, Expression Read)[] members = [.. PlainMembers(operation, resource)];
        NewArrayExpression row = Expression.NewArrayInit(
            typeof(object),
            members.Select(member => member.Read)
                .Append(Expression.Property(resource, nameof(KlaviyoResource.Id))).Select(read => Expression.Convert(read, typeof(object))));
        Func<KlaviyoResource, object?[]> expected = InMemory.Compile<object?[]>(Expression.Lambda(row, resource));

        Emulator.ClearRequests();
        List<object> rows = await Projections.Of(query, resource, row).ToListAsync();

        if (members.Length > 0)
            Emulator.Requests[0].Parameter($"fields[{operation.ResourceType}]").Should().Be(string.Join(',', members.Select(member => member.Name)));
        else
            (Emulator.Requests[0].Parameter($"fields[{operation.ResourceType}]") == "id"
                    || Emulator.Requests[0].Path.Contains("/relationships/", StringComparison.Ordinal))
                .Should().BeTrue();
        rows.Cast<object?[]>().OrderBy(values => (string)values[^1]!, StringComparer.Ordinal).Select(Line)
            .Should().Equal(Rows(operation, parent, query).Select(expected).OrderBy(values => (string)values[^1]!, StringComparer.Ordinal).Select(Line));
    }

    // Every member that comes along stands beside a part of the path, within the union that it tells apart.
    private static bool IsMemberWithDiscriminators(string[] asked, string member) =>
        asked[0] == member
            && asked.Skip(1).All(
                teller =>
                    teller.Contains('.', StringComparison.Ordinal) && member.StartsWith(teller[..(teller.LastIndexOf('.') + 1)], StringComparison.Ordinal));

    // A flag or number of an object that may be missing is read as (bool?) or (long?), as an author would write it.
    private static IEnumerable<(string, Expression)> PlainMembers(ReadFacts operation, ParameterExpression resource) =>
        from member in operation.FindFieldset(operation.ResourceType)!.Members
        where member != "id" && !Projections.Undescribed(operation.ResourceType, member) && !UnionMembers.All.Contains($"{operation.ResourceType}.{member}")
        let read = FieldPath.Build(resource, member)
        where Plain.Is(read.Type)
        let mayBeMissing = member.Contains('.', StringComparison.Ordinal) && read.Type.IsValueType && Nullable.GetUnderlyingType(read.Type) is null
        select (member, mayBeMissing ? Expression.Convert(read, typeof(Nullable<>).MakeGenericType(read.Type)) : read);

    private static string Line(object?[] values) => string.Join(" | ", values.Select(value => value is DateTimeOffset moment ? $"{moment:O}" : $"{value}"));

    /// <summary>Ids alone come by the operation that sends nothing else, and the id at the other end comes without the resource there.</summary>
    private static bool IsKnownOtherwise(ReadFacts operation, string type, string sent) =>
        sent.Contains("/relationships/", StringComparison.Ordinal)
        || (type != operation.ResourceType && KlaviyoCatalogue.Newest.FindResource(operation.ResourceType)!
            .FindRelationship(
                operation.Includes.First(include => include.ResourceType == type).Relationship) is { ToMany: false, IdentifiersAlwaysSent: true });
}
