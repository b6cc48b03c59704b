using System.Text.Json;

namespace KlaviyoLinq.Model;

/// <summary>Edits of a map: the keys that were set, removed, appended to and removed from.</summary>
internal sealed class MapEdits
{
    private readonly List<(string Key, JsonElement Value)> _appended = [];
    private readonly List<(string Key, JsonElement Value)> _unappended = [];
    private readonly HashSet<string> _unset = new(StringComparer.Ordinal);

    /// <summary>The keys that were set.</summary>
    internal HashSet<string> Set { get; } = new(StringComparer.Ordinal);

    internal bool HasPatches => _unset.Count + _appended.Count + _unappended.Count > 0;

    internal bool IsEmpty => Set.Count == 0 && !HasPatches;

    /// <summary>Indicates whether an edit adds to an array: sent twice, it adds twice.</summary>
    internal bool Adds => _appended.Count > 0;

    internal void Sets(string key)
    {
        Forget(key);
        Set.Add(key);
    }

    internal void Unsets(string key)
    {
        Forget(key);
        _unset.Add(key);
    }

    internal void Appends(string key, JsonElement value) => Patch(_appended, key, value);

    internal void Unappends(string key, JsonElement value) => Patch(_unappended, key, value);

    internal void WriteTo(Utf8JsonWriter json)
    {
        Write(json, "append", _appended);
        Write(json, "unappend", _unappended);
        if (_unset.Count == 0)
            return;
        json.WriteStartArray("unset"u8);
        foreach (string key in _unset)
            json.WriteStringValue(key);
        json.WriteEndArray();
    }

    private void Patch(List<(string Key, JsonElement Value)> patches, string key, JsonElement value)
    {
        if (Set.Contains(key) || _unset.Contains(key))
            throw new InvalidOperationException($"The key '{key}' was set or removed since the map was saved, and Klaviyo does not define the order of the two. Set the whole array instead: Set(\"{key}\", …).");
        patches.Add((key, value));
    }

    private void Forget(string key)
    {
        Set.Remove(key);
        _unset.Remove(key);
        _appended.RemoveAll(patch => patch.Key == key);
        _unappended.RemoveAll(patch => patch.Key == key);
    }

    // One value is sent as it is, several of a key as an array.
    private static void Write(Utf8JsonWriter json, string operation, List<(string Key, JsonElement Value)> patches)
    {
        if (patches.Count == 0)
            return;
        json.WriteStartObject(operation);
        foreach (IGrouping<string, JsonElement> values in patches.GroupBy(patch => patch.Key, patch => patch.Value, StringComparer.Ordinal))
        {
            json.WritePropertyName(values.Key);
            MapWriter.WriteValue(json, values.Count() == 1 ? values.First() : values);
        }

        json.WriteEndObject();
    }
}
