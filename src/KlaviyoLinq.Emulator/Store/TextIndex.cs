using System.Text.Json;

namespace KlaviyoLinq.Emulator.Store;

/// <summary>Resources of one type by the text of one attribute, or of one property of an attribute that is an object. The store's lock guards it.</summary>
/// <param name="member">The attribute.</param>
/// <param name="property">The property of the attribute; null for the attribute itself.</param>
/// <param name="comparer">The comparer of texts.</param>
internal sealed class TextIndex(LayoutMember member, string? property, StringComparer comparer)
{
    private readonly Dictionary<string, List<StoredResource>> _resources = new(comparer);

    internal StoredResource? Find(string text) => _resources.TryGetValue(text, out List<StoredResource>? found) && found.Count > 0 ? found[0] : null;

    internal StoredResource[] FindAll(string text) => _resources.TryGetValue(text, out List<StoredResource>? found) ? [.. found] : [];

    internal void Add(StoredResource resource)
    {
        if (TextOf(resource) is not { } text)
            return;
        if (!_resources.TryGetValue(text, out List<StoredResource>? found))
            _resources.Add(text, found = []);
        found.Add(resource);
    }

    internal void Remove(StoredResource resource)
    {
        if (TextOf(resource) is { } text && _resources.TryGetValue(text, out List<StoredResource>? found))
            found.Remove(resource);
    }

    private string? TextOf(StoredResource resource)
    {
        ReadOnlySpan<byte> value = resource.Value(member);
        if (value.IsEmpty)
            return null;
        Utf8JsonReader reader = new(value);
        bool isFound = reader.Read() && (property is null || MoveTo(ref reader, property));
        return isFound && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }

    private static bool MoveTo(ref Utf8JsonReader reader, string property)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isMeant = reader.ValueTextEquals(property);
            reader.Read();
            if (isMeant)
                return true;
            reader.Skip();
        }
        return false;
    }
}
