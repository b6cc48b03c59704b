using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.JsonApi;

/// <summary>
/// Reads the relationships of a resource object. Klaviyo sends links for each, and identifiers only for those that are included and a few more;
/// <c>data</c> may be absent, null, one identifier or an array of them.
/// </summary>
internal static class RelationshipReader
{
    /// <summary>The reader stands on the name <c>relationships</c>, and on its value's last token afterwards.</summary>
    internal static void Read(ref Utf8JsonReader json, KlaviyoResource owner, Linkage linkage)
    {
        if (!EnterObject(ref json))
            return;
        while (JsonValues.NextMember(ref json))
        {
            ReadOnlySpan<byte> name = JsonValues.MemberName(ref json);
            if (!EnterObject(ref json))
                continue;
            while (JsonValues.NextMember(ref json))
            {
                if (json.ValueTextEquals("data"u8))
                    ReadIdentifiers(ref json, owner, name, linkage);
                else
                    JsonValues.SkipValue(ref json);
            }
        }
    }

    private static void ReadIdentifiers(ref Utf8JsonReader json, KlaviyoResource owner, scoped ReadOnlySpan<byte> name, Linkage linkage)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            linkage.Begin(owner, name, isToMany: false);
            if (json.TokenType != JsonTokenType.Null)
                ReadIdentifier(ref json, linkage);
            return;
        }

        linkage.Begin(owner, name, isToMany: true);
        json.Read();
        while (json.TokenType != JsonTokenType.EndArray)
        {
            ReadIdentifier(ref json, linkage);
            json.Read();
        }
    }

    private static void ReadIdentifier(ref Utf8JsonReader json, Linkage linkage)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw new KlaviyoMaterializationException("a resource identifier", JsonKinds.Describe(json.TokenType));

        string? type = null;
        string? id = null;
        while (JsonValues.NextMember(ref json))
        {
            if (json.ValueTextEquals("type"u8))
                type = ResourceObject.ReadType(ref json);
            else if (json.ValueTextEquals("id"u8))
                id = JsonValues.ReadString(ref json);
            else
                JsonValues.SkipValue(ref json);
        }

        if (type is null || id is null)
            throw new KlaviyoMaterializationException("a resource identifier with type and id", "one without");
        linkage.Add(type, id);
    }

    /// <returns>False when the member's value is null.</returns>
    private static bool EnterObject(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType switch
        {
            JsonTokenType.StartObject => true,
            JsonTokenType.Null => false,
            _ => throw new KlaviyoMaterializationException("an object", JsonKinds.Describe(json.TokenType)),
        };
    }
}
