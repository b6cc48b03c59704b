using System.Text.Json;

namespace KlaviyoLinq.Model;

/// <content>Editing. A profile's properties are sent key by key; any other map is sent as a whole once it has been edited.</content>
public sealed partial class KlaviyoMap
{
    /// <summary>Indicates whether the map was edited since it was read or saved.</summary>
    public bool HasChanges => _edits is { IsEmpty: false };

    /// <summary>Indicates whether an edit is sent as a patch: <c>append</c>, <c>unappend</c> or <c>unset</c>.</summary>
    internal bool HasPatches => _edits is { HasPatches: true };

    internal bool HasSetKeys => _edits is { Set.Count: > 0 };

    /// <summary>Sets a key to a value.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">
    /// Null, a string, boolean, number, date, <see cref="Guid"/>, <see cref="KlaviyoValue"/>, <see cref="IKlaviyoEnum"/>, <see cref="JsonElement"/>, map, or a
    /// dictionary or sequence of these.
    /// </param>
    /// <exception cref="ArgumentException">The value is of another type.</exception>
    /// <exception cref="InvalidOperationException">The map is <see cref="Empty"/> or <see cref="Null"/>, which are shared.</exception>
    public void Set(string key, object? value)
    {
        ArgumentNullException.ThrowIfNull(key);
        JsonElement element = MapWriter.Element(value);
        Edits.Sets(key);
        Members[key] = element;
    }

    /// <summary>
    /// Removes a key. For a profile Klaviyo removes it as well (<c>meta.patch_properties.unset</c>), whether or not it was read; null as a value would keep the
    /// key.
    /// </summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <exception cref="InvalidOperationException">The map is <see cref="Empty"/> or <see cref="Null"/>, which are shared.</exception>
    public void Unset(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Edits.Unsets(key);
        Members.Remove(key);
    }

    /// <summary>
    /// Appends a value to the array of a key (<c>meta.patch_properties.append</c>). Of a profile's properties the array does not have to be read. A request
    /// that appends is not repeated after a lost answer, because the second time would append again.
    /// </summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">The value, as for <see cref="Set"/>.</param>
    /// <exception cref="ArgumentException">The value is of another type.</exception>
    /// <exception cref="InvalidOperationException">The map is <see cref="Empty"/> or <see cref="Null"/>, or the key was set or removed since it was saved: set
    /// the whole array.</exception>
    public void Append(string key, object? value)
    {
        JsonElement element = MapWriter.Element(value);
        Edits.Appends(key, element);
        Members[key] = MapWriter.Element(Items(key).Append(element));
    }

    /// <summary>
    /// Removes a value from the array of a key (<c>meta.patch_properties.unappend</c>). Of a profile's properties the array does not have to be read.
    /// </summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">The value, as for <see cref="Set"/>.</param>
    /// <exception cref="ArgumentException">The value is of another type.</exception>
    /// <exception cref="InvalidOperationException">The map is <see cref="Empty"/> or <see cref="Null"/>, or the key was set or removed since it was saved: set
    /// the whole array.</exception>
    public void Unappend(string key, object? value)
    {
        JsonElement element = MapWriter.Element(value);
        Edits.Unappends(key, element);
        Members[key] = MapWriter.Element(Items(key).Where(item => !JsonElement.DeepEquals(item, element)));
    }

    /// <summary>Returns a map that can be edited: the one in a field, or a new one that replaces a missing or shared one.</summary>
    internal static KlaviyoMap Own(ref KlaviyoMap? field) =>
        field is null || ReferenceEquals(field, Empty) ? field = new KlaviyoMap()
        : ReferenceEquals(field, Null) ? field = new KlaviyoMap("null"u8.ToArray())
        : field;

    /// <param name="json">The writer.</param>
    /// <param name="keysOnly">Whether only the keys that were set are written.</param>
    internal void WriteTo(Utf8JsonWriter json, bool keysOnly)
    {
        if (_edits is null)
        {
            json.WriteRawValue(_json, skipInputValidation: true);
            return;
        }

        json.WriteStartObject();
        foreach ((string key, JsonElement value) in Members)
        {
            if (keysOnly && !_edits.Set.Contains(key))
                continue;
            json.WritePropertyName(key);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the edits that Klaviyo takes as patches.</summary>
    internal void WritePatches(Utf8JsonWriter json) => _edits?.WriteTo(json);

    internal void AcceptChanges()
    {
        if (_edits is null)
            return;
        _json = ToJson();
        _edits = null;
    }

    /// <summary>Returns the edits up to now, with the values that were set; null without any.</summary>
    internal SentEdits? Snapshot() => _edits?.Snapshot(Members);

    /// <summary>Returns the edits that were made since others were sent; null without any.</summary>
    /// <param name="sent">The edits that were sent; null for none.</param>
    internal MapEdits? EditsSince(SentEdits? sent) => sent is null ? _edits : _edits?.Without(sent, Members);

    /// <summary>Continues with edits that are not saved.</summary>
    internal void Resume(MapEdits? edits) => _edits = edits;

    private MapEdits Edits => ReferenceEquals(this, Empty) || ReferenceEquals(this, Null)
        ? throw new InvalidOperationException("KlaviyoMap.Empty and KlaviyoMap.Null are shared and cannot be edited. Edit new KlaviyoMap(), or the map of an entity: profile.Properties[\"key\"] = value.")
        : _edits ??= new MapEdits();

    private IEnumerable<JsonElement> Items(string key) =>
        !Members.TryGetValue(key, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : [value];
}
