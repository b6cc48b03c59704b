using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Sending;

/// <summary>Adds records to data sources and deletes records of custom objects. Klaviyo has no jobs for them that can be read.</summary>
internal static class RecordCommands
{
    internal static Task CreateAsync(KlaviyoReference<DataSource> source, KlaviyoMap record, Site site, CancellationToken cancellationToken) =>
        source.Commands.SendAsync(
            CommandTarget.Post("/api/data-source-record-create-jobs", site, json => json.Resource(
                "data-source-record-create-job",
                attributes: () => json.Data("data-source-record", () => Write(json, record)),
                relationships: () => json.Link("data-source", "data-source", source.Id))),
            cancellationToken);

    internal static Task CreateManyAsync(KlaviyoReference<DataSource> source, IEnumerable<KlaviyoMap> records, Site site, CancellationToken cancellationToken)
    {
        const string Path = "/api/data-source-record-bulk-create-jobs";
        Chunking<KlaviyoMap> chunking = new(CommandTarget.Find("POST", Path), Write);
        return source.Commands.SendAllAsync([.. chunking.Split(records).Select(chunk => CommandTarget.Post(Path, site, json => json.Resource(
            "data-source-record-bulk-create-job",
            attributes: () => json.DataArray("data-source-records", chunk, record => Write(json, record)),
            relationships: () => json.Link("data-source", "data-source", source.Id))))], cancellationToken);
    }

    internal static Task DeleteManyAsync(ICommandEngine engine, IEnumerable<string> ids, Site site, CancellationToken cancellationToken)
    {
        const string Path = "/api/object-record-bulk-delete-jobs";
        WriteFacts operation = CommandTarget.Find("POST", Path);
        Chunking<string> chunking = new(operation, (json, id) => json.Resource("object-record", id));
        IEnumerable<string> distinct = ids.Distinct(StringComparer.Ordinal);
        return engine.SendAllAsync([.. chunking.Split(distinct).Select(chunk => CommandTarget.Post(Path, site, json => json.Resource(
            operation.ResourceType!,
            relationships: () => json.DataArray("object-records", chunk, id => json.Resource("object-record", id)))))], cancellationToken);
    }

    internal static void Write(System.Text.Json.Utf8JsonWriter json, KlaviyoMap record) => json.Resource("data-source-record", attributes: () =>
    {
        json.WritePropertyName("record"u8);
        record.WriteTo(json, keysOnly: false);
    });
}
