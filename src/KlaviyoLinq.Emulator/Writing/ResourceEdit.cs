using System.Text.Json;
using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing;

/// <summary>Attributes of a resource while they are changed.</summary>
internal sealed class ResourceEdit
{
    private readonly ResourceLayout _layout;
    private readonly string _id;
    private readonly JsonObject _members;

    private ResourceEdit(ResourceLayout layout, string id, JsonObject members)
    {
        _layout = layout;
        _id = id;
        _members = members;
    }

    /// <summary>The attributes, in the order in which answers show them.</summary>
    internal JsonObject Attributes => (JsonObject)_members["attributes"]!;

    internal static ResourceEdit New(ResourceLayout layout, string id) => new(layout, id, new JsonObject { ["attributes"] = new JsonObject() });

    internal static ResourceEdit Of(StoredResource resource) => CopyOf(resource, resource.Id);

    /// <summary>The attributes of a resource, for another one with an id of its own.</summary>
    internal static ResourceEdit CopyOf(StoredResource resource, string id) =>
        new(resource.Layout, id, (JsonObject)JsonNode.Parse(ResourceDump.MembersOf(resource))!);

    /// <summary>Determines whether another edit leads to the same members.</summary>
    internal bool LeadsTo(ResourceEdit other) => JsonNode.DeepEquals(_members, other._members);

    /// <summary>Sets an attribute. A name that the resources of the type do not have is not kept: it is write-only.</summary>
    internal void Set(string name, JsonElement value)
    {
        if (Has(name))
            Attributes[name] = JsonValues.Node(value);
    }

    /// <inheritdoc cref="Set(string, JsonElement)"/>
    internal void Set(string name, JsonNode? value)
    {
        if (Has(name))
            Attributes[name] = value;
    }

    /// <summary>Sets a member that filters and sort keys use although no answer shows it; nothing where the type has no such member.</summary>
    internal void SetHidden(string name, JsonNode? value)
    {
        if (_layout.Find(name)?.Place != MemberPlace.Hidden)
            return;
        if (_members["hidden"] is not JsonObject hidden)
            _members["hidden"] = hidden = [];
        hidden[name] = value;
    }

    /// <summary>Stamps an attribute with an instant, in the form in which Klaviyo sends it.</summary>
    internal void Stamp(string name, DateTimeOffset instant) => Set(name, Instants.Text(instant));

    internal StoredResource Finish()
    {
        using PageBuffer text = new();
        using (Utf8JsonWriter json = new(text))
            _members.WriteTo(json);
        return ResourceJson.Restore(_layout, _id, JsonElement.Parse(text.Written.Span));
    }

    private bool Has(string name) => _layout.Find(name)?.Place is MemberPlace.Always or MemberPlace.OnDemand;
}
