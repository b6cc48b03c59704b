using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>Records of a data source become the objects that the current schemas of the account's types map from it.</summary>
public sealed class DataSourceRecordsTests : WriteTests
{
    private const string Create = "/api/data-source-record-create-jobs";
    private const string CreateMany = "/api/data-source-record-bulk-create-jobs";

    [Fact]
    public async Task A_record_becomes_an_object_of_the_mapped_type_when_it_was_processed()
    {
        (string source, string type) = await Define("active");

        await Sends("POST", Create, One(source, """{"order":{"id":"o-1","total":9.5},"note":"not mapped"}"""), HttpStatusCode.NoContent);
        int atOnce = Emulator.Count("object-record");
        Clock.Advance(ProcessingTime);
        List<JsonElement> records = await Client.Rows($"/api/object-types/{type}/object-records");

        atOnce.Should().Be(0);
        records.Should().ContainSingle().Which.GetProperty("attributes").GetProperty("record_properties").GetRawText()
            .Should().Be("""{"Number":"o-1","Total":9.5,"Channel":"web"}""");
    }

    [Fact]
    public async Task A_record_with_a_known_id_updates_its_object()
    {
        (string source, string type) = await Define("active");

        await Sends("POST", CreateMany, Many(source, """{"order":{"id":"o-1","total":1}}""", """{"order":{"id":"o-2","total":2}}"""), HttpStatusCode.NoContent);
        Clock.Advance(ProcessingTime);
        string[] before = [.. await Client.Ids($"/api/object-types/{type}/object-records")];
        await Sends("POST", Create, One(source, """{"order":{"id":"o-1","total":3}}"""), HttpStatusCode.NoContent);
        Clock.Advance(ProcessingTime);
        List<JsonElement> records = await Client.Rows($"/api/object-types/{type}/object-records");

        records.Select(record => record.GetProperty("id").GetString()).Should().Equal(before).And.HaveCount(2);
        records.Select(record => record.GetProperty("attributes").GetProperty("record_properties").GetProperty("Total").GetDecimal())
            .Should().BeEquivalentTo([3m, 2m]);
    }

    [Fact]
    public async Task A_record_that_does_not_fit_is_written_to_the_ingestion_log_for_fourteen_days()
    {
        (string source, string type) = await Define("active");

        await Sends(
            "POST", CreateMany, Many(source, """{"order":{"id":"o-1","total":"nine"}}""", """{"order":{"total":1}}""", """{"order":{"id":"o-3","total":3}}"""),
            HttpStatusCode.NoContent);
        Clock.Advance(ProcessingTime);
        List<JsonElement> logs = await Client.Rows($"/api/object-types/{type}/object-ingestion-logs");
        int records = Emulator.Count("object-record");
        Clock.Advance(TimeSpan.FromDays(14));

        logs.Select(log => string.Join(", ", log.GetProperty("attributes").GetProperty("errors").EnumerateArray()
            .Select(error => $"{error.GetProperty("code")} {error.GetProperty("property")} {error.GetProperty("invalid_value")}")))
            .Should().BeEquivalentTo("invalid_type Total \"nine\"", "required id , required Number ");
        records.Should().Be(1);
        (await Client.Rows($"/api/object-types/{type}/object-ingestion-logs")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_draft_maps_nothing_until_it_is_activated()
    {
        (string source, string type) = await Define("draft");
        await Sends("POST", Create, One(source, """{"order":{"id":"o-1"}}"""), HttpStatusCode.NoContent);
        Clock.Advance(ProcessingTime);
        int before = (await Client.Rows($"/api/object-types/{type}/object-records")).Count;
        string schema = (await Client.Ids($"/api/object-types/{type}/schema-versions")).Single();

        await Sends(
            "PATCH", $"/api/object-schemas/{schema}", $$$$"""{"data":{"type":"object-schema","id":"{{{{schema}}}}","attributes":{"status":"active"}}}""",
            HttpStatusCode.OK);
        await Sends("POST", Create, One(source, """{"order":{"id":"o-1"}}"""), HttpStatusCode.NoContent);
        Clock.Advance(ProcessingTime);

        before.Should().Be(0);
        (await Client.Rows($"/api/object-types/{type}/object-records")).Should().ContainSingle();
        (await Read($"/api/object-types/{type}")).GetProperty("status").GetString().Should().Be("active");
        (await Read($"/api/object-schemas/{schema}")).GetProperty("published_at").GetString().Should().Be("2026-09-01T12:04:00+00:00");
        (await Client.Get($"/api/object-types/{type}/current-schema")).Body.GetProperty("data").GetProperty("id").GetString().Should().Be(schema);
        (await Client.Get($"/api/object-types/{type}/draft-schema")).Body.GetProperty("data").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_data_source_without_a_mapping_keeps_nothing_that_can_be_read()
    {
        string source = Id(await Sends(
            "POST", "/api/data-sources", """{"data":{"type":"data-source","attributes":{"title":"Orders"}}}""", HttpStatusCode.Created));

        await Sends("POST", Create, One(source, """{"order":{"id":"o-1"}}"""), HttpStatusCode.NoContent);
        Clock.Advance(ProcessingTime);
        await Client.Get("/api/data-sources");

        Emulator.Count("object-record").Should().Be(0);
    }

    [Fact]
    public async Task A_data_source_that_does_not_exist_and_a_record_that_is_too_large_are_refused()
    {
        (string source, _) = await Define("active");
        string large = $$$"""{"order":{"id":"{{{new string('x', 512_000)}}}"}}""";

        await IsRefused("POST", Create, One("X", "{}"), HttpStatusCode.NotFound, "/data/relationships/data-source/data/id");
        await IsRefused("POST", Create, One(source, large), HttpStatusCode.BadRequest, "/data/attributes/data-source-record/data");
        await IsRefused("POST", CreateMany, Many(source, "{}", large), HttpStatusCode.BadRequest, "/data/attributes/data-source-records/data/1");
        await IsRefused(
            "POST", CreateMany, Many(source, [.. Enumerable.Repeat("{}", 501)]), HttpStatusCode.BadRequest, "/data/attributes/data-source-records/data");
    }

    [Fact]
    public async Task Object_records_are_deleted_when_the_deletion_was_processed_and_unknown_ones_need_none()
    {
        (string source, string type) = await Define("active");
        await Sends("POST", CreateMany, Many(source, """{"order":{"id":"o-1"}}""", """{"order":{"id":"o-2"}}"""), HttpStatusCode.NoContent);
        Clock.Advance(ProcessingTime);
        List<string> ids = await Client.Ids($"/api/object-types/{type}/object-records");

        await Sends(
            "POST", "/api/object-record-bulk-delete-jobs",
            $$$$$"""
            {"data":{"type":"object-record-bulk-delete-job","relationships":{"object-records":{"data":[
              {"type":"object-record","id":"{{{{{ids[0]}}}}}"},{"type":"object-record","id":"unknown"}]}}}}
            """,
            HttpStatusCode.Accepted);
        List<string> atOnce = await Client.Ids($"/api/object-types/{type}/object-records");
        Clock.Advance(ProcessingTime);

        atOnce.Should().HaveCount(2);
        (await Client.Ids($"/api/object-types/{type}/object-records")).Should().Equal(ids[1]);
    }

    /// <summary>Creates a data source, and an object type whose schema maps it.</summary>
    private async Task<(string Source, string Type)> Define(string status)
    {
        string source = Id(await Sends(
            "POST", "/api/data-sources", """{"data":{"type":"data-source","attributes":{"title":"Orders"}}}""", HttpStatusCode.Created));
        Answer type = await Sends(
            "POST", "/api/object-types",
            """
            {"data":{"type":"object-type","attributes":{"title":"Order","object-schema":{"data":{"type":"object-schema","attributes":{
              "status":"STATUS","required":["Number"],
              "properties":[{"id":1,"name":"Number","type":"string"},{"id":2,"name":"Total","type":"float"},{"id":3,"name":"Channel","type":"string"}],
              "source-mapping":{"data":{"type":"source-mapping","attributes":{"property_mappings":[
                {"id":1,"type":"simple","source":{"source_id":"SOURCE","id_path":"$.order.id","data_path":"$.order.id"}},
                {"id":2,"type":"simple","source":{"source_id":"SOURCE","id_path":"$.order.id","data_path":"$['order']['total']"}},
                {"id":3,"type":"constant","value":"web"}]}}}}}}}}}
            """.Replace("SOURCE", source).Replace("STATUS", status),
            HttpStatusCode.Created);
        type.Body.GetProperty("data").GetProperty("attributes").GetProperty("status").GetString().Should().Be(status);
        return (source, Id(type));
    }

    private static string One(string source, string record) =>
        """
        {"data":{"type":"data-source-record-create-job","attributes":{"data-source-record":{"data":RECORD}},
         "relationships":{"data-source":{"data":{"type":"data-source","id":"SOURCE"}}}}}
        """.Replace("SOURCE", source).Replace("RECORD", Record(record));

    private static string Many(string source, params string[] records) =>
        """
        {"data":{"type":"data-source-record-bulk-create-job","attributes":{"data-source-records":{"data":[RECORDS]}},
         "relationships":{"data-source":{"data":{"type":"data-source","id":"SOURCE"}}}}}
        """.Replace("SOURCE", source).Replace("RECORDS", string.Join(',', records.Select(Record)));

    private static string Record(string record) => $$$"""{"type":"data-source-record","attributes":{"record":{{{record}}}}}""";
}
