using System.Text.Json;

namespace KlaviyoLinq.JsonApi;

/// <summary>Reads one item of an array. The reader stands on the item's first token when called, and on its last one afterwards.</summary>
internal delegate T ItemReader<out T>(ref Utf8JsonReader json);
