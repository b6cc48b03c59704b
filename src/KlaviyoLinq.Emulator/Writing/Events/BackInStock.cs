using System.Globalization;
using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;
using KlaviyoLinq.Emulator.Writing.People;

namespace KlaviyoLinq.Emulator.Writing.Events;

/// <summary>Subscriptions to the return of a variant: an event of the profile, which Klaviyo's flows wait for.</summary>
internal static class BackInStock
{
    private const string Metric = "Subscribed to Back in Stock";
    private const string Place = "/data/attributes/profile/data";

    internal static WriteAnswer Subscribe(WriteCall call)
    {
        string variant = call.Resource.Related("variant") is [var id] ? id : "";
        if (call.Store.Find("catalog-variant", variant) is null)
            return ApiError.NoSuchResource("catalog-variant", variant) with { Pointer = "/data/relationships/variant/data/id" };
        if (!call.Resource.Attributes.TryGetProperty("profile", out var stated) || stated.ValueKind == System.Text.Json.JsonValueKind.Null)
            return BodyFault.At("/data/attributes/profile", "A profile is required.");
        BodyResource profile = call.Resource.Embedded("profile");
        if (ProfileRules.Check(call, profile, Place) is { } misfit)
            return misfit;
        DateTimeOffset arrival = call.Now;
        call.Work.Add(() =>
        {
            if (ProfileUpsert.Run(call, profile) is { } subscriber && call.Store.Find("catalog-variant", variant) is { } wanted)
                Record(call, subscriber, wanted, arrival);
        });
        return new WriteAnswer(call.Status);
    }

    private static void Record(WriteCall call, StoredResource profile, StoredResource variant, DateTimeOffset arrival)
    {
        Identifiers owner = variant.Related(variant.Layout.FindRelationship("item")!);
        StoredResource? item = owner.Count > 0 ? call.Store.Find("catalog-item", owner[0]) : null;
        JsonObject properties = new()
        {
            ["VariantId"] = variant.Text("external_id"),
            ["VariantName"] = variant.Text("title"),
            ["ProductId"] = item?.Text("external_id"),
            ["ProductName"] = item?.Text("title"),
            ["Channels"] = JsonValues.Node(call.Resource.Attributes.GetProperty("channels")),
        };
        // Subscriptions to two variants within a second are two events.
        string key = string.Create(CultureInfo.InvariantCulture, $"{arrival.ToUnixTimeSeconds()}:{variant.Id}");
        EventRecord.Add(call, profile, MetricSource.FindOrAddInternal(call, Metric), properties, arrival, key);
    }
}
