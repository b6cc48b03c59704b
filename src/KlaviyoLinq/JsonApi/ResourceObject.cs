using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.JsonApi.Generated;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.JsonApi;

/// <summary>Reads a resource object, or a resource identifier, which is one without attributes.</summary>
internal static class ResourceObject
{
    /// <summary>The reader stands on the object's first token, and on its last one afterwards.</summary>
    internal static KlaviyoResource Read(ref Utf8JsonReader json, Linkage linkage)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw Unreadable(ref json, "a resource");

        KlaviyoResource? resource = null;
        string? id = null;
        ReadOnlySpan<byte> idText = default;
        while (JsonValues.NextMember(ref json))
        {
            // The class to fill follows from the type. It comes first, as a rule; where it does not, a copy of the reader goes ahead for it.
            resource ??= Create(json);
            ReadOnlySpan<byte> name = JsonValues.MemberName(ref json);
            if (resource is null)
            {
                JsonValues.SkipValue(ref json);
            }
            else if (name.SequenceEqual("id"u8))
            {
                id = JsonValues.ReadString(ref json);
                idText = json.ValueSpan;
            }
            else if (name.SequenceEqual("attributes"u8))
            {
                ReadAttributes(ref json, resource);
            }
            else if (name.SequenceEqual("relationships"u8))
            {
                RelationshipReader.Read(ref json, resource, idText, linkage);
            }
            else
            {
                JsonValues.SkipValue(ref json);
            }
        }

        if (resource is null || id is null)
            throw new KlaviyoMaterializationException("a resource with type and id", "one without");
        resource.Id = id;
        return resource;
    }

    /// <summary>The wire type a member holds.</summary>
    internal static string ReadType(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType == JsonTokenType.String ? TypeOf(ref json) : throw Unreadable(ref json, "a resource type");
    }

    // The library's own copy of the name where it knows the type: a page says it hundreds of times.
    private static string TypeOf(ref Utf8JsonReader json) => ResourceReaders.KnownType(json.ValueSpan) ?? JsonText.Decode(json.ValueSpan);

    private static KlaviyoResource? Create(Utf8JsonReader ahead)
    {
        do
        {
            if (!JsonValues.IsNamed(ref ahead, "type"u8))
            {
                ahead.Skip();
                continue;
            }

            ahead.Read();
            if (ahead.TokenType != JsonTokenType.String)
                return null;
            string type = TypeOf(ref ahead);
            return ResourceReaders.Create(type) ?? new UnknownResource(type);
        }
        while (JsonValues.NextMember(ref ahead));

        return null;
    }

    private static void ReadAttributes(ref Utf8JsonReader json, KlaviyoResource resource)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
            return;
        if (json.TokenType != JsonTokenType.StartObject)
            throw Unreadable(ref json, "an object");
        if (resource is UnknownResource unknown)
            unknown.Attributes = JsonValues.MapItem(ref json);
        else
            ResourceReaders.ReadAttributes(resource, ref json);
    }

    private static KlaviyoMaterializationException Unreadable(ref Utf8JsonReader json, string expected) => new(expected, JsonKinds.Describe(json.TokenType));
}
