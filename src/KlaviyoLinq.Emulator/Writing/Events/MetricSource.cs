using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Events;

/// <summary>Source of the metrics of events: found by their exact name, or created with the first event.</summary>
internal static class MetricSource
{
    private const string Api = "API";

    /// <summary>Finds the metric of an event: the one of the integration 'API' before those of others.</summary>
    internal static StoredResource FindOrAdd(WriteCall call, string name)
    {
        StoredResource[] known = call.Store.FindAllBy("metric", "name", name);
        return known.FirstOrDefault(IsOfApi) ?? known.FirstOrDefault() ?? Add(call, name, Integration("7FtS4J", Api, Api));
    }

    /// <summary>Finds a metric that Klaviyo makes itself.</summary>
    internal static StoredResource FindOrAddInternal(WriteCall call, string name) =>
        call.Store.FindAllBy("metric", "name", name).FirstOrDefault() ?? Add(call, name, Integration("0rG4eQ", "Klaviyo", "Internal"));

    private static StoredResource Add(WriteCall call, string name, JsonObject integration)
    {
        ResourceEdit edit = ResourceEdit.New(call.Store.FindLayout("metric")!, call.Ids.Next("metric"));
        edit.Set("name", name);
        edit.Stamp("created", call.Now);
        edit.Stamp("updated", call.Now);
        edit.Set("integration", integration);
        StoredResource metric = edit.Finish();
        call.Store.Add(metric);
        return metric;
    }

    private static JsonObject Integration(string id, string name, string category) => new()
    {
        ["object"] = "integration",
        ["id"] = id,
        ["key"] = name.ToLowerInvariant(),
        ["name"] = name,
        ["category"] = category,
    };

    private static bool IsOfApi(StoredResource metric) => ResourceEdit.Of(metric).Attributes["integration"]?["name"]?.ToString() == Api;
}
