using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Seeding;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Objects;

/// <summary>
/// Takes records of data sources. A record becomes an object record of each type whose current schema maps its data source, and updates the one that was
/// made of a record with the same id; a record that does not fit is written to the ingestion log.
/// </summary>
internal static class DataSourceRecords
{
    private const string One = "data-source-record";
    private const string Many = "data-source-records";

    private static readonly TimeSpan _logLifetime = TimeSpan.FromDays(14);

    internal static WriteAnswer Create(WriteCall call) =>
        Start(call, [call.Resource.Attributes.GetProperty(One).GetProperty("data")], _ => $"/data/attributes/{One}/data");

    internal static WriteAnswer CreateMany(WriteCall call)
    {
        bool isThere = call.Resource.Attributes.TryGetProperty(Many, out JsonElement records) && records.ValueKind == JsonValueKind.Object;
        return Start(
            call, isThere ? [.. records.GetProperty("data").EnumerateArray()] : [],
            index => string.Create(CultureInfo.InvariantCulture, $"/data/attributes/{Many}/data/{index}"));
    }

    private static WriteAnswer Start(WriteCall call, JsonElement[] records, Func<int, string> pointer)
    {
        string? source = call.Resource.Related(DataSource) is [var id] ? id : null;
        if (source is not null && call.Store.Find(DataSource, source) is null)
            return ApiError.NoSuchResource(DataSource, source) with { Pointer = "/data/relationships/data-source/data/id" };
        if (call.Operation.Rules.FirstOrDefault(rule => rule.Rule == BodyRule.MaximumBytes) is { } limit)
            for (int i = 0; i < records.Length; i++)
                if (JsonMarshal.GetRawUtf8Value(records[i]).Length is var bytes && bytes > int.Parse(limit.Value, CultureInfo.InvariantCulture))
                    return BodyFault.At(
                        pointer(i), string.Create(CultureInfo.InvariantCulture, $"The record has {bytes} bytes; at most {limit.Value} are allowed."));
        if (source is not null)
            call.Work.Add(() =>
            {
                foreach (ObjectMapping mapping in ObjectMapping.From(call.Store, source))
                    foreach (JsonElement record in records)
                        Ingest(call, mapping, record.GetProperty("attributes").GetProperty("record"));
            });
        return new WriteAnswer(call.Status);
    }

    private const string DataSource = "data-source";

    private static void Ingest(WriteCall call, ObjectMapping mapping, JsonElement record)
    {
        string? key = mapping.KeyOf(record);
        (JsonObject properties, List<RecordError> errors) = mapping.Map(record);
        if (key is null)
            errors.Insert(0, new RecordError("required", "The record has no id.", "id", null));
        if (errors.Count > 0)
            Log(call, mapping.Type, errors);
        else
            AddOrUpdate(call, mapping.Type, IdOf(mapping.Type, key!), properties);
    }

    private static void AddOrUpdate(WriteCall call, StoredResource type, string id, JsonObject properties)
    {
        StoredResource? known = call.Store.Find("object-record", id);
        ResourceEdit edit = known is null ? ResourceEdit.New(call.Store.FindLayout("object-record")!, id) : ResourceEdit.Of(known);
        // Another source may have given the object other properties.
        JsonObject all = edit.Attributes["record_properties"] as JsonObject ?? [];
        foreach ((string name, JsonNode? value) in properties)
            all[name] = value?.DeepClone();
        edit.Set("record_properties", all.DeepClone());
        StoredResource record = edit.Finish();
        if (known is not null)
        {
            call.Store.Replace(record);
            return;
        }
        call.Store.Add(record);
        Relations.Add(call.Store, type, type.Layout.FindRelationship("object-records")!, id);
    }

    private static void Log(WriteCall call, StoredResource type, List<RecordError> errors)
    {
        ResourceEdit edit = ResourceEdit.New(call.Store.FindLayout("object-ingestion-log")!, call.Ids.Next("object-ingestion-log"));
        DefaultValues.Set(edit, call.Catalogue.FindResource("object-ingestion-log")!, call.Now);
        edit.Set("status", "error");
        edit.Set("event_type", "validation_error");
        edit.Stamp("timestamp", call.Now);
        edit.Set("summary", "The record does not fit the schema of the object type.");
        edit.Set("errors", new JsonArray([.. errors.Select(error => new JsonObject
        {
            ["code"] = error.Code,
            ["message"] = error.Message,
            ["property"] = error.Property,
            ["invalid_value"] = error.Value,
        })]));
        StoredResource log = edit.Finish();
        call.Store.Add(log);
        Relations.Add(call.Store, type, type.Layout.FindRelationship("object-ingestion-logs")!, log.Id);
        call.Work.AddExpiry(_logLifetime, () => OwnedResources.Remove(call.Store, log));
    }

    /// <summary>The id of an object record follows from its type and from the record's id in its source, so that the same record is found again.</summary>
    private static string IdOf(StoredResource type, string key) =>
        Identities.Ulid(SeededRandom.For(0, $"object-record {type.Id} {key}"), DateTime.UnixEpoch.Ticks);
}
