using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Links;

namespace KlaviyoLinq.Bodies;

/// <summary>Writes the <c>relationships</c> of a resource in a body, and notes what no body can express.</summary>
/// <param name="json">The writer, in the resource object.</param>
/// <param name="takes">The attributes that the operation takes: a resource that one of them embeds is not linked as well.</param>
/// <param name="isNew">Whether the resource does not exist yet, so that added links are all links.</param>
/// <param name="omitted">Relationships that are parts of the id in the path; null for none.</param>
internal ref struct LinkWriter(Utf8JsonWriter json, IReadOnlyList<AttributeFacts> takes, bool isNew, IReadOnlyCollection<string>? omitted)
{
    private bool _isOpen;

    /// <summary>Relationships whose navigation and id were both assigned and differ.</summary>
    internal List<string>? Conflicts { get; private set; }

    /// <summary>To-many relationships of an existing resource that were edited link by link, which a body would replace as a whole.</summary>
    internal List<string>? Edited { get; private set; }

    internal void WriteEditable(JsonEncodedText name, IEditableLinks? links, bool isAssigned)
    {
        bool isEdited = links is { HasChanges: true };
        if (!isAssigned && !isEdited)
            return;
        if (!isAssigned && !isNew)
            (Edited ??= []).Add(name.ToString());
        Open(name);
        json.WriteStartArray("data"u8);
        foreach ((string type, string id) in links?.Identifiers ?? [])
            WriteIdentifier(type, id);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal void Write(JsonEncodedText name, IReadOnlyList<IIdentified>? rows, bool isAssigned)
    {
        if (!isAssigned)
            return;
        Open(name);
        json.WriteStartArray("data"u8);
        foreach (IIdentified row in rows ?? [])
            WriteIdentifier(row.ResourceType, row.Id);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal void Write(JsonEncodedText name, string type, IIdentified? row, bool isRowAssigned, string? id, bool isIdAssigned)
    {
        if ((!isRowAssigned && !isIdAssigned) || omitted?.Contains(name.ToString()) == true)
            return;
        if (isRowAssigned && isIdAssigned && row?.Id != id)
            (Conflicts ??= []).Add(name.ToString());
        string? target = isRowAssigned ? row?.Id : id;
        Open(name);
        json.WritePropertyName("data"u8);
        if (target is null)
            json.WriteNullValue();
        else
            WriteIdentifier(type, target);
        json.WriteEndObject();
    }

    /// <summary>Returns whether the operation takes the resources of a relationship as an attribute.</summary>
    internal readonly bool Embeds(string name)
    {
        for (int i = 0; i < takes.Count; i++)
            if (takes[i].Name == name)
                return true;
        return false;
    }

    /// <summary>Ends the relationships.</summary>
    internal readonly void Close()
    {
        if (_isOpen)
            json.WriteEndObject();
    }

    private void Open(JsonEncodedText name)
    {
        if (!_isOpen)
            json.WriteStartObject("relationships"u8);
        _isOpen = true;
        json.WriteStartObject(name);
    }

    private readonly void WriteIdentifier(string type, string id)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteString("id"u8, id);
        json.WriteEndObject();
    }
}
