using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Node;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>Every answer of the emulator is what the official document says an answer is.</summary>
[Collection("validated")]
public sealed class ResponseTests(ValidatedAccount validated) : ConformanceTests(validated.Account)
{
    public static TheoryData<string> Answering => [.. KlaviyoCatalogue.Newest.Reads.Select(operation => operation.Id)];

    [DocumentTheory]
    [MemberData(nameof(Answering))]
    public async Task Every_answer_conforms_whole_sparse_with_includes_and_with_additional_fields(string id)
    {
        ReadFacts operation = Facts(id);
        string[] parents = [.. Ids(operation)];

        // Of parents, the first has the most related resources and the last the fewest, often none.
        foreach (string parent in new[] { parents[0], parents[parents.Length / 2], parents[^1] }.Distinct())
            foreach (string[] parameters in Variants(operation))
                await Ask(Target(operation, parent, parameters));
    }

    [DocumentFact]
    public async Task Answers_of_an_empty_account_conform()
    {
        Dictionary<string, JsonElement[]> kept = KlaviyoCatalogue.Newest.Resources.ToDictionary(
            facts => facts.Type, facts => Emulator.Resources(facts.Type).ToArray());
        string[] targets =
        [
            .. KlaviyoCatalogue.Newest.Reads.Where(operation => operation is { ParentType: null, IsCollection: true })
                .Select(operation => Target(operation, Ids(operation).First(), [])),
        ];
        try
        {
            foreach ((string type, JsonElement[] resources) in kept)
                foreach (JsonElement resource in resources)
                    Emulator.Remove(type, resource.GetProperty("id").GetString()!);
            foreach (string target in targets)
                (await Ask(target)).GetProperty("data").GetArrayLength().Should().Be(0, target);
        }
        finally
        {
            foreach (JsonElement resource in kept.SelectMany(pair => pair.Value))
                Emulator.Add(resource);
        }
    }

    [DocumentTheory]
    [InlineData("/api/profiles/nobody", 404)]
    [InlineData("/api/profiles?filter=equals(email,Ben)", 400)]
    [InlineData("/api/campaigns?filter=contains(name,\"x\")", 400)]
    [InlineData("/api/metrics?page[cursor]=nonsense", 400)]
    public async Task Error_documents_conform(string target, int status)
    {
        using HttpResponseMessage response = await validated.Http.GetAsync(target);

        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/vnd.api+json");
    }

    private async Task<JsonElement> Ask(string target)
    {
        using HttpResponseMessage response = await validated.Http.GetAsync(target);
        string body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).Should().Be(200, "{0} answers {1}", target, body);
        return JsonElement.Parse(body);
    }

    private static IEnumerable<string[]> Variants(ReadFacts operation)
    {
        string[] includes = [.. Including(operation)];
        string[] additional = [.. Additional(operation)];
        string[] every = [.. operation.Fieldsets.Select(fieldset => $"fields[{fieldset.ResourceType}]={string.Join(',', fieldset.Members)}")];
        string[] one = [.. operation.Fieldsets.Select(fieldset => $"fields[{fieldset.ResourceType}]={fieldset.Members[0]}")];
        return new string[][]
        {
            [],
            includes,
            additional,
            every,
            one,
            [.. includes, .. additional],
            [.. includes, .. additional, .. every],
            [.. includes, .. one],
        }
            .DistinctBy(parameters => string.Join('&', parameters));
    }

    /// <summary>The parameters that ask for all there is.</summary>
    internal static string[] Everything(ReadFacts operation) => [.. Including(operation), .. Additional(operation)];

    internal static string Target(ReadFacts operation, string id, string[] parameters) =>
        Request(operation, Uri.EscapeDataString(id), null, [GivenFilter(operation, id), .. parameters]);

    private static IEnumerable<string> Including(ReadFacts operation) =>
        operation.Includes.Count == 0 ? [] : ["include=" + string.Join(',', operation.Includes.Select(include => include.Relationship))];

    private static IEnumerable<string> Additional(ReadFacts operation) =>
        operation.AdditionalFields.Select(fieldset => $"additional-fields[{fieldset.ResourceType}]={string.Join(',', fieldset.Members)}");
}
