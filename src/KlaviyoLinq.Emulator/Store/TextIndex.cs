using System.Text.Json;

namespace KlaviyoLinq.Emulator.Store;

/// <summary>Ids of the resources of one type by the text of one attribute, without regard to case. The store's lock guards it.</summary>
internal sealed class TextIndex(LayoutMember member)
{
    private readonly Dictionary<string, List<StoredResource>> _resources = new(StringComparer.OrdinalIgnoreCase);

    internal StoredResource? Find(string text) => _resources.TryGetValue(text, out List<StoredResource>? found) && found.Count > 0 ? found[0] : null;

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
        if (value.IsEmpty || value[0] != (byte)'"')
            return null;
        Utf8JsonReader reader = new(value);
        return reader.Read() ? reader.GetString() : null;
    }
}
