using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases.Generated;

namespace KlaviyoLinq.Conformance.Tests.Node;

/// <summary>Klaviyo's own SDK for Node, which knows nothing of this project, gets from the emulator what it expects: tests/NodeClients/tour.mjs.</summary>
[Collection("sdk")]
public sealed class SdkTourTests(EmulatedAccount account) : ConformanceTests(account)
{
    /// <summary>The public operations for apps and web pages that version 23.0.0 lacks. It has the allow-list only.</summary>
    private static readonly string[] _lacking = ["get_client_geofences", "get_client_review_values_reports", "get_client_reviews"];

    [NodeFact]
    public async Task The_official_SDK_tours_every_operation_that_it_has_and_finds_what_the_emulator_holds()
    {
        JsonElement report = await Tour(Operations.All.Select(route => Facts(route.Operation)));

        Strings(report, "failures").Should().BeEmpty();
        Strings(report, "lacking").Should().BeEquivalentTo(_lacking);
        Strings(report, "visited").Should().BeEquivalentTo(Operations.All.Select(route => route.Operation).Except(_lacking));
        report.GetProperty("pages").GetInt32().Should().BeGreaterThan(report.GetProperty("visited").GetArrayLength());
        report.GetProperty("filters").GetInt32().Should().BeGreaterThan(250);
    }

    [NodeFact]
    public async Task The_tour_notices_what_it_does_not_find()
    {
        JsonElement report = await Tour([Facts("get_lists")], () => Emulator.Add("""{"type":"list","id":"Unforeseen","attributes":{"name":"Unforeseen"}}"""));

        Emulator.Remove("list", "Unforeseen").Should().BeTrue();
        Strings(report, "failures").Should().NotBeEmpty().And.OnlyContain(failure => failure.StartsWith("get_lists ", StringComparison.Ordinal));
    }

    private async Task<JsonElement> Tour(IEnumerable<ReadFacts> operations, Action? afterwards = null)
    {
        string plan = JsonSerializer.Serialize(
            new { address = Emulator.BaseAddress.ToString().TrimEnd('/'), key = "pk_tests", operations = operations.Select(Stop) }, JsonSerializerOptions.Web);
        afterwards?.Invoke();
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        await File.WriteAllTextAsync(file, plan);
        using NodeProgram tour = NodeProgram.Start("tour.mjs", file);
        (int exitCode, string output, string errors) = await tour.Finish();
        File.Delete(file);
        exitCode.Should().Be(0, errors);
        return JsonElement.Parse(output);
    }

    private object Stop(ReadFacts operation)
    {
        string id = Ids(operation).First();
        return new
        {
            operation = operation.Id,
            type = operation.ResourceType,
            collection = operation.IsCollection,
            id,
            company = Company,
            filter = Given(operation, id).TrimEnd(','),
            expected = Rows(operation, id, Route(operation.Id).Query(At, id)).Select(resource => resource.Id).Order(StringComparer.Ordinal),
            smallestPage = operation.Paging.HasSize ? operation.Paging.MinimumSize : 0,
            largestPage = operation.Paging.HasSize ? operation.Paging.MaximumSize : 0,
            sortKeys = operation.SortKeys,
            includes = operation.Includes.Select(include => include.Relationship),
            fields = operation.FindFieldset(operation.ResourceType)?.Members ?? [],
            additional = operation.FindAdditionalFields(operation.ResourceType)?.Members ?? [],
            filters = from filter in operation.Filters
                      from listed in filter.Operators
                      select new
                      {
                          field = filter.Field,
                          kind = Kind(filter.Kind),
                          @operator = listed.Operator.WireName(),
                          operand = listed.Operand == OperandKind.List ? "list" : "single",
                      },
        };
    }

    private static string Kind(ValueKind kind) => kind switch
    {
        ValueKind.DateTime => "date",
        ValueKind.Integer or ValueKind.Number => "number",
        ValueKind.Boolean => "boolean",
        ValueKind.None => "none",
        _ => "string",
    };

    private static IEnumerable<string> Strings(JsonElement report, string member) =>
        report.GetProperty(member).EnumerateArray().Select(element => element.GetString()!);
}
