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

    /// <summary>Returns the edits up to now.</summary>
    /// <param name="members">The members of the map, which have the values of the keys that were set.</param>
    internal SentEdits Snapshot(IReadOnlyDictionary<string, JsonElement> members) =>
        new(
            Set.Where(members.ContainsKey).ToDictionary(key => key, key => members[key], StringComparer.Ordinal),
            [.. _unset], [.. _appended], [.. _unappended]);

    /// <summary>Returns the edits that were made since others were sent; null for none.</summary>
    /// <param name="sent">The edits that were sent.</param>
    /// <param name="members">The members of the map now.</param>
    internal MapEdits? Without(SentEdits sent, IReadOnlyDictionary<string, JsonElement> members)
    {
        var later = new MapEdits();
        later.Set.UnionWith(Set.Where(key => !sent.HasSet(key, members)));
        later._unset.UnionWith(_unset.Except(sent.Unset));
        later._appended.AddRange(Later(_appended, sent.Appended));
        later._unappended.AddRange(Later(_unappended, sent.Unappended));
        return later.IsEmpty ? null : later;
    }

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

    // A key can get the same value twice: each that was sent stands for one.
    private static List<(string Key, JsonElement Value)> Later(
        List<(string Key, JsonElement Value)> patches, IReadOnlyList<(string Key, JsonElement Value)> sent)
    {
        List<(string Key, JsonElement Value)> later = [.. patches];
        foreach ((string key, JsonElement value) in sent)
            if (later.FindIndex(patch => patch.Key == key && JsonElement.DeepEquals(patch.Value, value)) is >= 0 and int place)
                later.RemoveAt(place);
        return later;
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
