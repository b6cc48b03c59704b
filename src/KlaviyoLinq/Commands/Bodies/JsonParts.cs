using System.Text.Json;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Commands.Bodies;

/// <summary>Writes the parts of a JSON:API document that commands without an entity consist of.</summary>
internal static class JsonParts
{
    extension(Utf8JsonWriter json)
    {
        /// <summary>Writes a resource object.</summary>
        /// <param name="type">The wire type.</param>
        /// <param name="id">The id; null for none.</param>
        /// <param name="attributes">Writes the attributes; null for none.</param>
        /// <param name="relationships">Writes the relationships; null for none.</param>
        internal void Resource(string type, string? id = null, Action? attributes = null, Action? relationships = null)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type);
            json.Text("id", id);
            if (attributes is not null)
                json.Object("attributes", attributes);
            if (relationships is not null)
                json.Object("relationships", relationships);
            json.WriteEndObject();
        }

        /// <summary>Writes a member that is an object.</summary>
        internal void Object(string name, Action members)
        {
            json.WriteStartObject(name);
            members();
            json.WriteEndObject();
        }

        /// <summary>Writes a member that holds resource objects: <c>profiles: { data: […] }</c>.</summary>
        internal void DataArray<T>(string name, IEnumerable<T> items, Action<T> write)
        {
            json.WriteStartObject(name);
            json.WriteStartArray("data"u8);
            foreach (T item in items)
                write(item);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        /// <summary>Writes a member that holds one resource object or identifier: <c>profile: { data: {…} }</c>.</summary>
        internal void Data(string name, Action write)
        {
            json.WriteStartObject(name);
            json.WritePropertyName("data"u8);
            write();
            json.WriteEndObject();
        }

        /// <summary>Writes a to-one relationship.</summary>
        internal void Link(string name, string type, string id) => json.Data(name, () => json.Resource(type, id));

        /// <summary>Writes a text; nothing for null.</summary>
        internal void Text(string name, string? value)
        {
            if (value is not null)
                json.WriteString(name, value);
        }

        /// <summary>Writes a moment; nothing for null.</summary>
        internal void Moment(string name, DateTimeOffset? value)
        {
            if (value is { } moment)
                json.WriteString(name, moment);
        }

        /// <summary>Writes true or false; nothing for null.</summary>
        internal void Flag(string name, bool? value)
        {
            if (value is { } flag)
                json.WriteBoolean(name, flag);
        }

        /// <summary>Writes an array of objects; nothing for null.</summary>
        internal void Maps(string name, IEnumerable<KlaviyoMap>? maps)
        {
            if (maps is null)
                return;
            json.WriteStartArray(name);
            foreach (KlaviyoMap map in maps)
                map.WriteTo(json, keysOnly: false);
            json.WriteEndArray();
        }

        /// <summary>Writes an array of texts; nothing for null.</summary>
        internal void Texts(string name, IEnumerable<string>? values)
        {
            if (values is null)
                return;
            json.WriteStartArray(name);
            foreach (string value in values)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }
    }
}
