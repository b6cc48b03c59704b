using System.Net;
using System.Text.Json;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Tests.Reporting;

/// <summary>Asks an emulator for reports.</summary>
internal static class Report
{
    /// <summary>Sends a report.</summary>
    /// <param name="client">The client.</param>
    /// <param name="type">The type in the body: <c>metric-aggregate</c>, <c>campaign-values-report</c>.</param>
    /// <param name="attributes">The attributes of the body.</param>
    /// <param name="query">The query string, with its question mark.</param>
    internal static Task<Answer> Send(EmulatorClient client, string type, object attributes, string query = "")
    {
        string body = JsonSerializer.Serialize(new { data = new { type, attributes } });
        return client.Send("POST", $"/api/{type}s{query}", body);
    }

    /// <summary>Sends a report and returns the attributes of its answer, once the rest of the document was checked.</summary>
    internal static async Task<JsonElement> Attributes(EmulatorClient client, string type, object attributes, string query = "")
    {
        Answer answer = await Send(client, type, attributes, query);
        answer.Status.Should().Be(HttpStatusCode.OK, "{0}", answer.Body);
        JsonElement data = answer.Body.GetProperty("data");
        string address = client.Http.BaseAddress!.ToString().TrimEnd('/') + $"/api/{type}s{query}";
        data.GetProperty("type").GetString().Should().Be(type);
        data.GetProperty("id").GetString().Should().NotBeEmpty();
        data.GetProperty("links").GetProperty("self").GetString().Should().Be(address);
        answer.Body.GetProperty("links").GetProperty("self").GetString().Should().Be(address);
        return data.GetProperty("attributes");
    }

    /// <summary>The rows of a report on campaigns, flows, forms or segments.</summary>
    internal static async Task<List<JsonElement>> Rows(EmulatorClient client, string type, object attributes) =>
        [.. (await Attributes(client, type, attributes)).GetProperty("results").EnumerateArray()];

    /// <summary>All statistics that the official document lists for a report.</summary>
    internal static string[] Statistics(string type) =>
        [.. ((ReportFacts)KlaviyoCatalogue.Newest.FindOperation("POST", $"/api/{type}s")!).Attributes.First(facts => facts.Name == "statistics").Values];

    internal static decimal Value(this JsonElement row, string statistic) => row.GetProperty("statistics").GetProperty(statistic).GetDecimal();

    internal static decimal[] Values(this JsonElement row, string statistic) =>
        [.. row.GetProperty("statistics").GetProperty(statistic).EnumerateArray().Select(value => value.GetDecimal())];

    internal static string? Grouping(this JsonElement row, string name) => row.GetProperty("groupings").GetProperty(name).GetString();
}
