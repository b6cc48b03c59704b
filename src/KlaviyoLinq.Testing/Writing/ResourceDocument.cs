using System.Buffers;
using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Testing.Writing;

/// <summary>Writes resources as JSON:API has them.</summary>
internal sealed class ResourceDocument
{
    /// <summary>Attributes that the emulator computes itself.</summary>
    private static readonly string[] _computed = ["profile_count", "joined_group_at"];

    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly Utf8JsonWriter _json;
    private readonly Func<string, string, bool> _isAttribute;
    private readonly Func<string, string, bool> _isHidden;

    private ResourceDocument(Func<string, string, bool> isAttribute, Func<string, string, bool> isHidden)
    {
        _isAttribute = isAttribute;
        _isHidden = isHidden;
        _json = new Utf8JsonWriter(_text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>An array of resources.</summary>
    /// <param name="resources">The resources; each has an id.</param>
    /// <param name="isAttribute">Whether the emulated revision has an attribute of a type.</param>
    /// <param name="isHidden">Whether the emulator keeps a field of a type although no document shows it.</param>
    internal static string Write(IReadOnlyList<KlaviyoResource> resources, Func<string, string, bool> isAttribute, Func<string, string, bool> isHidden)
    {
        ResourceDocument document = new(isAttribute, isHidden);
        document._json.WriteStartArray();
        foreach (KlaviyoResource resource in resources)
            document.Write(resource);
        document._json.WriteEndArray();
        document._json.Flush();
        return Encoding.UTF8.GetString(document._text.WrittenSpan);
    }

    private void Write(KlaviyoResource resource)
    {
        _json.WriteStartObject();
        _json.WriteString("type", resource.ResourceType);
        _json.WriteString("id", resource.Id);
        _json.WriteStartObject("attributes");
        ValueWriter.WriteMembers(_json, resource, member => !_computed.Contains(member.Name) && IsWritten(resource, member));
        _json.WriteEndObject();
        WriteHidden(resource);
        _json.WriteStartObject("relationships");
        foreach (Navigation navigation in ModelMembers.Of(resource).Navigations)
            WriteRelationship(resource, navigation);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    /// <summary>The model has the attributes of all revisions: those of others are written only where they hold something.</summary>
    private bool IsWritten(KlaviyoResource resource, ModelMember member) =>
        _isAttribute(resource.ResourceType, member.Name)
        || (!_isHidden(resource.ResourceType, member.Name) && member.Property.GetValue(resource) is not (null or ICollection { Count: 0 }));

    private void WriteHidden(KlaviyoResource resource)
    {
        ModelMembers members = ModelMembers.Of(resource);
        _json.WriteStartObject("hidden");
        foreach (ModelMember member in members.FilterOnly.Concat(members.Members))
            if (_isHidden(resource.ResourceType, member.Name) && member.Property.GetValue(resource) is { } value)
            {
                _json.WritePropertyName(member.Name);
                ValueWriter.Write(_json, value);
            }
        _json.WriteEndObject();
    }

    private void WriteRelationship(KlaviyoResource owner, Navigation navigation)
    {
        if (navigation.IsToMany ? !navigation.Targets(owner).Any() : navigation.Id(owner) is null)
            return;
        _json.WriteStartObject(navigation.Name);
        _json.WritePropertyName("data");
        if (navigation.IsToMany)
        {
            _json.WriteStartArray();
            foreach (KlaviyoResource target in navigation.Targets(owner))
                WriteIdentifier(target.ResourceType, target.Id, (target as Profile ?? owner as Profile)?.JoinedGroupAt);
            _json.WriteEndArray();
        }
        else
        {
            WriteIdentifier(navigation.ResourceType, navigation.Id(owner)!, null);
        }
        _json.WriteEndObject();
    }

    private void WriteIdentifier(string type, string id, DateTimeOffset? joined)
    {
        _json.WriteStartObject();
        _json.WriteString("type", type);
        _json.WriteString("id", id);
        if (joined is { } moment)
        {
            _json.WriteStartObject("meta");
            _json.WriteString("joined_group_at", moment);
            _json.WriteEndObject();
        }
        _json.WriteEndObject();
    }
}
