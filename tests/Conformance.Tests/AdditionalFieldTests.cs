using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Cases.Generated;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests;

public sealed class AdditionalFieldTests(EmulatedAccount account) : ConformanceTests(account)
{
    private static readonly Dictionary<string, AdditionalFieldCase> _cases = AdditionalFields.All.ToDictionary(entry => entry.ToString());

    public static TheoryData<string> Fields => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Every_additional_field_is_present_when_requested_and_absent_otherwise(string field)
    {
        AdditionalFieldCase additional = _cases[field];
        ReadFacts operation = Facts(additional.Operation);
        string id = Ids(operation).First();
        string filter = GivenFilter(operation, id);

        List<object> with = await RowsOf(
            additional.Query(At, id), Request(operation, id, null, filter, $"additional-fields[{operation.ResourceType}]={additional.Field}"));
        List<object> without = await RowsOf(Route(operation.Id).Query(At, id), Request(operation, id, null, filter));

        Ordered(with).Should().Equal(Ordered(Rows(operation, id, additional.Query(At, id))));
        with.Should().NotBeEmpty().And.OnlyContain(row => ((KlaviyoResource)row).WasReceived(additional.Field));
        Ordered(without).Should().Equal(Ordered(with));
        without.Should().OnlyContain(row => !((KlaviyoResource)row).WasReceived(additional.Field));
    }
}
