using System.Text.Json;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Comparison of what was sent with what is read.</summary>
internal static class Contents
{
    /// <summary>Indicates whether a value has all that was sent. Klaviyo completes objects.</summary>
    internal static bool Contains(JsonElement whole, JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => whole.ValueKind == JsonValueKind.Object && part.EnumerateObject().All(
            member => whole.TryGetProperty(member.Name, out JsonElement value) ? Contains(value, member.Value) : member.Value.ValueKind == JsonValueKind.Null),
        JsonValueKind.Array => whole.ValueKind == JsonValueKind.Array && whole.GetArrayLength() == part.GetArrayLength()
            && whole.EnumerateArray().Zip(part.EnumerateArray()).All(pair => Contains(pair.First, pair.Second)),
        JsonValueKind.String when part.TryGetDateTimeOffset(out DateTimeOffset moment) =>
            whole.TryGetDateTimeOffset(out DateTimeOffset other) && moment == other,
        _ => JsonElement.DeepEquals(whole, part),
    };
}
