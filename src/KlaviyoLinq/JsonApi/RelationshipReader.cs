using System.Text;
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
    /// <param name="json">The document.</param>
    /// <param name="owner">The resource whose relationships they are.</param>
    /// <param name="idText">The owner's id as it stands in the document; empty as long as it has not come.</param>
    /// <param name="linkage">Where they are collected.</param>
    internal static void Read(ref Utf8JsonReader json, KlaviyoResource owner, scoped ReadOnlySpan<byte> idText, Linkage linkage)
    {
        if (!EnterObject(ref json))
            return;
        var ownerId = new OwnerId(idText, stackalloc byte[OwnerId.Space]);
        while (JsonValues.NextMember(ref json))
        {
            ReadOnlySpan<byte> name = JsonValues.MemberName(ref json);
            if (!EnterObject(ref json))
                continue;
            linkage.Begin(name);
            while (JsonValues.NextMember(ref json))
            {
                if (JsonValues.IsNamed(ref json, "data"u8))
                    ReadIdentifiers(ref json, linkage);
                else if (JsonValues.IsNamed(ref json, "links"u8))
                    ReadLinks(ref json, ownerId, linkage);
                else
                    JsonValues.SkipValue(ref json);
            }
        }

        linkage.Finish(owner);
    }

    private static void ReadIdentifiers(ref Utf8JsonReader json, Linkage linkage)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            linkage.Know(RelationshipData.ToOne);
            if (json.TokenType != JsonTokenType.Null)
                ReadIdentifier(ref json, linkage);
            return;
        }

        linkage.Know(RelationshipData.ToMany);
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
            if (JsonValues.IsNamed(ref json, "type"u8))
                type = ResourceObject.ReadType(ref json);
            else if (JsonValues.IsNamed(ref json, "id"u8))
                id = JsonValues.ReadString(ref json);
            else
                JsonValues.SkipValue(ref json);
        }

        if (type is null || id is null)
            throw new KlaviyoMaterializationException("a resource identifier with type and id", "one without");
        linkage.Add(type, id);
    }

    // Links are for show: no request is ever made from one, so one of another form is no reason to fail.
    private static void ReadLinks(ref Utf8JsonReader json, scoped OwnerId ownerId, Linkage linkage)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return;
        }

        while (JsonValues.NextMember(ref json))
        {
            bool isSelf = JsonValues.IsNamed(ref json, "self"u8);
            bool isRelated = JsonValues.IsNamed(ref json, "related"u8);
            json.Read();
            if (json.TokenType != JsonTokenType.String || !(isSelf || isRelated))
                json.Skip();
            else if (isSelf)
                linkage.AddSelf(LinkText(ref json), ownerId);
            else
                linkage.AddRelated(LinkText(ref json), ownerId);
        }
    }

    private static ReadOnlySpan<byte> LinkText(ref Utf8JsonReader json) =>
        json.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonText.Unescape(json.ValueSpan)) : json.ValueSpan;

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
