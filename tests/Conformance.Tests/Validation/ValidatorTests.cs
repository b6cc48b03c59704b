using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Node;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>Tests that the validators, on which the other tests rely, report faults.</summary>
[Collection("validated")]
public sealed class ValidatorTests(ValidatedAccount validated) : ConformanceTests(validated.Account)
{
    [DocumentTheory]
    [InlineData("/api/lists/ODD")]
    [InlineData("/api/lists/ODD?fields[list]=created")]
    public async Task An_answer_of_the_wrong_type_is_noticed_whole_and_sparse(string target)
    {
        Emulator.Add("""{"type":"list","id":"ODD","attributes":{"name":"Odd","created":5}}""");
        try
        {
            (await Violation(target)).Should().Contain("data.attributes.created must be string");
        }
        finally
        {
            Emulator.Remove("list", "ODD");
        }
    }

    [DocumentFact]
    public async Task A_whole_answer_that_lacks_what_is_required_is_noticed()
    {
        Emulator.Add("""{"type":"metric-property","id":"ODD","attributes":{"label":"Odd"}}""");
        try
        {
            (await Violation("/api/metric-properties/ODD")).Should().Contain("required");
            (await Violation("/api/metric-properties/ODD?fields[metric-property]=label")).Should().BeEmpty();
        }
        finally
        {
            Emulator.Remove("metric-property", "ODD");
        }
    }

    [DocumentTheory]
    [InlineData("/api/profiles?page[size]=1000", "page[size]")]
    [InlineData("/api/profiles?sort=first_name", "sort")]
    [InlineData("/api/profiles?fields[profile]=shoe_size", "fields[profile]")]
    [InlineData("/api/campaigns", "filter")]
    [InlineData("/api/profiles?colour=red", "colour")]
    public async Task A_request_that_does_not_conform_is_noticed(string target, string parameter) => (await Violation(target)).Should().Contain(parameter);

    public static TheoryData<string> Answering => ResponseTests.Answering;

    [DocumentTheory]
    [MemberData(nameof(Answering))]
    public async Task No_operation_may_answer_whatever_it_likes(string id)
    {
        ReadFacts operation = Facts(id);
        string target = ResponseTests.Target(operation, Ids(operation).First(), ResponseTests.Everything(operation));
        using HttpResponseMessage response = await validated.Http.GetAsync(target);
        string answer = await response.Content.ReadAsStringAsync();

        List<string> unnoticed = [];
        foreach ((string place, string spoilt) in Corruption.Each(answer, operation.ResourceType))
            if ((await validated.Ajv.Faults(0, operation.Path, response.StatusCode, spoilt)).Length == 0)
                unnoticed.Add(place);

        unnoticed.Where(place => !UncheckedPlaces.Holds(place)).Should().BeEmpty();
    }

    [DocumentTheory]
    [MemberData(nameof(Answering))]
    public async Task A_wrong_answer_of_each_operation_is_noticed_on_its_way(string id)
    {
        ReadFacts operation = Facts(id);
        string target = ResponseTests.Target(operation, Ids(operation).First(), []);
        Emulator.Faults.On(operation.ToString()).Rewrite(answer =>
            Corruption.Each(answer, operation.ResourceType).First(spoilt => spoilt.Place.EndsWith("/type", StringComparison.Ordinal)).Answer);
        try
        {
            (await Violation(target)).Should().Contain("type");
        }
        finally
        {
            Emulator.Faults.Clear();
        }
    }

    private async Task<string> Violation(string target)
    {
        try
        {
            using HttpResponseMessage response = await validated.Http.GetAsync(target);
            return "";
        }
        catch (HttpRequestException exception)
        {
            return exception.Message;
        }
    }
}
