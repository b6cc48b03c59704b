using System.Text.Json;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Custom metrics: related to the metrics of their definition.</summary>
internal sealed class CustomMetricKind : ResourceKind
{
    internal override void Created(WriteCall call, BodyResource body, StoredResource resource)
    {
        foreach (JsonElement group in body.Attributes.GetProperty("definition").GetProperty("metric_groups").EnumerateArray())
            if (group.GetProperty("metric_id").GetString() is { } metric && call.Store.Find("metric", metric) is not null)
                Relations.Add(call.Store, resource, resource.Layout.FindRelationship("metrics")!, metric);
    }
}
