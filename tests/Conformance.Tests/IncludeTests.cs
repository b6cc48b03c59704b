using System.Collections;
using System.Reflection;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Cases.Generated;
using KlaviyoLinq.Conformance.Tests.Data;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests;

public sealed class IncludeTests(EmulatedAccount account) : ConformanceTests(account)
{
    private static readonly Dictionary<string, IncludeCase> _cases = Includes.All.ToDictionary(entry => entry.ToString());

    public static TheoryData<string> Values => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Every_include_is_sent_and_fills_its_navigation_with_the_related_resources(string value)
    {
        IncludeCase include = _cases[value];
        ReadFacts operation = Facts(include.Operation);
        string id = Ids(operation).First(parent => Expected(operation, parent, include).Any(resource => Related(resource, include).Count > 0));
        IKlaviyoQueryable<object> query = include.Query(At, id);
        Dictionary<string, KlaviyoResource> expected = Expected(operation, id, include).ToDictionary(resource => resource.Id);

        List<object> rows = await RowsOf(query, Request(operation, id, null, GivenFilter(operation, id), "include=" + include.Relationship));

        Ordered(rows).Should().Equal(Ordered(expected.Keys));
        int filled = 0;
        foreach (KlaviyoResource row in rows.Cast<KlaviyoResource>())
        {
            List<KlaviyoResource> related = Related(row, include);
            related.Select(Id).Should().Equal(Related(expected[row.Id], include).Select(Id));
            foreach (KlaviyoResource resource in related)
                filled += Compare(resource, Data.Find(resource.ResourceType, resource.Id));
        }

        string type = operation.Includes.Single(listed => listed.Relationship == include.Relationship).ResourceType;
        (filled > 0).Should().Be(KlaviyoCatalogue.Newest.FindResource(type)!.Attributes.Count > 0, "an included resource has its attributes");
    }

    private List<KlaviyoResource> Expected(ReadFacts operation, string id, IncludeCase include) => Rows(operation, id, include.Query(At, id));

    private static List<KlaviyoResource> Related(KlaviyoResource resource, IncludeCase include) =>
        resource.GetType().GetProperty(include.Member)!.GetValue(resource) switch
    {
        KlaviyoResource one => [one],
        IEnumerable many => [.. many.Cast<KlaviyoResource>()],
        _ => [],
    };

    /// <summary>Compares the attributes that were received, plain ones by value and others by their presence; gives their number.</summary>
    private static int Compare(KlaviyoResource received, KlaviyoResource expected)
    {
        int compared = 0;
        foreach (PropertyInfo property in received.GetType().GetProperties().Where(property => property.CanRead))
        {
            if (property.GetCustomAttribute<WireNameAttribute>() is not { } name || !received.WasReceived(name.Name))
                continue;
            (object? actual, object? wanted) = (property.GetValue(received), property.GetValue(expected));
            if (Plain.Is(property.PropertyType))
                actual.Should().Be(wanted, "that is {0} of {1} {2}", property.Name, expected.ResourceType, expected.Id);
            else
                (actual is null).Should().Be(wanted is null);
            compared++;
        }

        return compared;
    }
}
