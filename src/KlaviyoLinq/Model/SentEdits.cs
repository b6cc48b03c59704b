using System.Text.Json;

namespace KlaviyoLinq.Model;

/// <summary>Edits of a map as they were when a body was written.</summary>
/// <param name="Set">The keys that were set, with their values.</param>
/// <param name="Unset">The keys that were removed.</param>
/// <param name="Appended">The values that were appended.</param>
/// <param name="Unappended">The values that were removed from arrays.</param>
internal sealed record SentEdits(
    IReadOnlyDictionary<string, JsonElement> Set,
    IReadOnlyCollection<string> Unset,
    IReadOnlyList<(string Key, JsonElement Value)> Appended,
    IReadOnlyList<(string Key, JsonElement Value)> Unappended)
{
    /// <summary>Returns whether a key was sent with the value that the map has now.</summary>
    internal bool HasSet(string key, IReadOnlyDictionary<string, JsonElement> members) =>
        Set.TryGetValue(key, out JsonElement sent) && members.TryGetValue(key, out JsonElement now) && JsonElement.DeepEquals(sent, now);
}
