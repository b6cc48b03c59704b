using KlaviyoLinq;
using KlaviyoLinq.Model;

namespace Snippets.Mapping;

// snippet: mapped-refusal
[KlaviyoResource("sensor-reading", "/api/sensor-readings")]
public sealed class SensorReading
{
    public string Id { get; init; } = "";

    [Filterable(KlaviyoFilterOperators.Equals)]
    public float Value { get; init; }
}
// end snippet
