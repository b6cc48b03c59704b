using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.Model;

/// <summary>
/// A free-form dictionary of Klaviyo's answers, whose keys belong to the account and not to the API: a profile's custom properties, an event's
/// properties, a catalog item's metadata. Keeps the JSON as it was sent and parses it when it is first looked into. Safe to read from several threads as long
/// as none edits it. Should the JSON name a key twice, the last one counts.
/// </summary>
public sealed partial class KlaviyoMap : IReadOnlyCollection<KeyValuePair<string, JsonElement>>
{
    /// <summary>Maximum depth of customers' JSON. The framework's own 64 would also count the levels around the map.</summary>
    internal const int MaxDepth = 256;

    private static readonly byte[] _emptyJson = "{}"u8.ToArray();

    private byte[] _json;
    private OrderedDictionary<string, JsonElement>? _members;
    private MapEdits? _edits;

    /// <param name="json">An object as well-formed JSON in UTF-8, which the map keeps.</param>
    internal KlaviyoMap(byte[] json) => _json = json;

    /// <summary>Initializes an empty map.</summary>
    public KlaviyoMap()
        : this(_emptyJson)
    {
    }

    /// <summary>A map of your own.</summary>
    /// <param name="members">
    /// Keys with null, strings, booleans, numbers, dates, <see cref="Guid"/>, <see cref="KlaviyoValue"/>, <see cref="IKlaviyoEnum"/>,
    /// <see cref="JsonElement"/>, maps, and dictionaries and sequences of these.
    /// </param>
    /// <exception cref="ArgumentException">A value is of another type.</exception>
    public KlaviyoMap(IEnumerable<KeyValuePair<string, object?>> members)
        : this(MapWriter.Write(members))
    {
    }

    /// <summary>A map of a JSON object, which is copied.</summary>
    /// <param name="json">The object.</param>
    /// <exception cref="ArgumentException">It is not an object.</exception>
    public KlaviyoMap(JsonElement json)
        : this(MapWriter.Copy(json))
    {
    }

    /// <summary>A map without members. It is shared and cannot be edited: <c>new KlaviyoMap()</c> can.</summary>
    public static KlaviyoMap Empty { get; } = new("{}"u8.ToArray());

    /// <summary>The map that stands for JSON <c>null</c>: it has no members, and <see cref="IsNull"/> is true.</summary>
    public static KlaviyoMap Null { get; } = new("null"u8.ToArray());

    /// <summary>Indicates whether the answer contained <c>null</c> in place of the object. Such a map reads like an empty one.</summary>
    public bool IsNull => _json[0] == 'n' && _edits is null;

    /// <summary>The number of members.</summary>
    public int Count => Members.Count;

    /// <summary>The keys, in the order in which Klaviyo sent them.</summary>
    public IReadOnlyList<string> Keys => Members.Keys;

    private OrderedDictionary<string, JsonElement> Members => _members ??= Parse();

    /// <summary>
    /// The scalar of a key. <see cref="KlaviyoValue.Null"/> when the key is absent or null: to look up what a customer may not have set is no
    /// error. <see cref="Contains"/> distinguishes the two. Setting it is <see cref="Set"/>.
    /// </summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <exception cref="KlaviyoMaterializationException">The member is an object or an array; use <see cref="GetMap"/> or
    /// <see cref="TryGetValue"/>.</exception>
    /// <exception cref="InvalidOperationException">The map is <see cref="Empty"/> or <see cref="Null"/>, which are shared.</exception>
    public KlaviyoValue this[string key]
    {
        get => !TryGetValue(key, out JsonElement element) ? default
            : KlaviyoValue.TryRead(new ScalarToken(element), out KlaviyoValue value) ? value
            : throw Unreadable(key, "a string, number or boolean", element);
        set => Set(key, value);
    }

    /// <summary>Returns whether there is a member with this key, null or not.</summary>
    public bool Contains(string key) => Members.ContainsKey(key);

    /// <summary>The JSON of a key, whatever it is.</summary>
    /// <returns>False when there is no such key.</returns>
    public bool TryGetValue(string key, out JsonElement value) => Members.TryGetValue(key, out value);

    /// <summary>The text of a key; numbers and booleans as they are written in JSON. Null when the key is absent or null.</summary>
    /// <exception cref="KlaviyoMaterializationException">The member is an object or an array.</exception>
    public string? GetString(string key) =>
        !TryGetValue(key, out JsonElement element) ? null
        : new ScalarToken(element).TryReadString(out string? value) ? value
        : throw Unreadable(key, "a string", element);

    /// <summary>The whole number of a key, also where it is written as text. Null when the key is absent, null or an empty text.</summary>
    /// <exception cref="KlaviyoMaterializationException">The member is not a whole number that fits 64 bits.</exception>
    public long? GetInteger(string key) =>
        !TryGetValue(key, out JsonElement element) ? null
        : new ScalarToken(element).TryReadInteger(out long? value) ? value
        : throw Unreadable(key, "a whole number", element);

    /// <summary>The number of a key, also where it is written as text. Null when the key is absent, null or an empty text.</summary>
    /// <exception cref="KlaviyoMaterializationException">The member is not a number.</exception>
    public double? GetNumber(string key) =>
        !TryGetValue(key, out JsonElement element) ? null
        : new ScalarToken(element).TryReadNumber(out double? value) ? value
        : throw Unreadable(key, "a number", element);

    /// <summary>The boolean of a key, also where it is written as text. Null when the key is absent, null or an empty text.</summary>
    /// <exception cref="KlaviyoMaterializationException">The member is not a boolean.</exception>
    public bool? GetBoolean(string key) =>
        !TryGetValue(key, out JsonElement element) ? null
        : new ScalarToken(element).TryReadBoolean(out bool? value) ? value
        : throw Unreadable(key, "a boolean", element);

    /// <summary>
    /// The date-time of a key; one without an offset is UTC, a date alone is its midnight. Null when the key is absent, null or an empty text.
    /// </summary>
    /// <exception cref="KlaviyoMaterializationException">The member is not an RFC 3339 date-time.</exception>
    public DateTimeOffset? GetDateTime(string key) =>
        !TryGetValue(key, out JsonElement element) ? null
        : new ScalarToken(element).TryReadDateTime(out DateTimeOffset? value) ? value
        : throw Unreadable(key, "a date-time", element);

    /// <summary>The object of a key. Null when the key is absent or null.</summary>
    /// <exception cref="KlaviyoMaterializationException">The member is not an object.</exception>
    public KlaviyoMap? GetMap(string key) =>
        !TryGetValue(key, out JsonElement element) || element.ValueKind == JsonValueKind.Null ? null
        : element.ValueKind == JsonValueKind.Object ? new KlaviyoMap(element)
        : throw Unreadable(key, "an object", element);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => Members.GetEnumerator();

    /// <summary>The JSON: as Klaviyo sent it, unless the map was edited.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_edits is null ? _json : ToJson());

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Two threads may both parse; either result serves, and a reference is written whole.
    private OrderedDictionary<string, JsonElement> Parse()
    {
        // Null can be edited as well, and is no longer null then.
        if (_json[0] == 'n')
            return [];
        JsonElement root = JsonElement.Parse(_json, new JsonDocumentOptions { MaxDepth = MaxDepth });
        var members = new OrderedDictionary<string, JsonElement>(root.GetPropertyCount(), StringComparer.Ordinal);
        foreach (JsonProperty member in root.EnumerateObject())
            members[JsonText.Decode(JsonMarshal.GetRawUtf8PropertyName(member))] = member.Value;
        return members;
    }

    private byte[] ToJson() => MapWriter.Write(Members.Select(member => KeyValuePair.Create(member.Key, (object?)member.Value)));

    private static KlaviyoMaterializationException Unreadable(string key, string expected, JsonElement element) =>
        new(expected, JsonKinds.Describe(element.ValueKind), $"$['{key}']");
}
