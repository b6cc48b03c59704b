using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Links;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scalars;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <summary>
/// Reads the relationships of a resource object. Klaviyo sends links for each, and identifiers only for those that are included and a few more;
/// <c>data</c> may be absent, null, one identifier or an array of them.
/// </summary>
internal static class RelationshipReader
{
    /// <summary>The scanner stands on the name <c>relationships</c>, and on its value's last token afterwards.</summary>
    /// <param name="json">The document.</param>
    /// <param name="owner">The resource whose relationships they are.</param>
    /// <param name="idText">The owner's id as it stands in the document; empty as long as it has not come.</param>
    /// <param name="linkage">Where they are collected.</param>
    internal static void Read(ref JsonScanner json, KlaviyoResource owner, scoped ReadOnlySpan<byte> idText, Linkage linkage)
    {
        if (linkage.TryRepeat(json.Rest(), owner, idText, out int length))
        {
            json.SkipKnown(length);
            return;
        }

        if (!EnterObject(ref json))
            return;
        int start = json.TokenStart;
        linkage.BeginAll(idText);
        var ownerId = new OwnerId(idText, stackalloc byte[OwnerId.Space]);
        while (json.NextMember())
        {
            ReadOnlySpan<byte> name = json.UnescapedText;
            if (!EnterObject(ref json))
                continue;
            linkage.Begin(name);
            while (json.NextMember())
            {
                if (json.UnescapedText.SequenceEqual("data"u8))
                    ReadIdentifiers(ref json, linkage);
                else if (json.UnescapedText.SequenceEqual("links"u8))
                    ReadLinks(ref json, ownerId, linkage);
                else
                    json.SkipValue();
            }
        }

        linkage.Finish(owner, json.TextFrom(start), start, idText.Length);
    }

    private static void ReadIdentifiers(ref JsonScanner json, Linkage linkage)
    {
        json.NextValue();
        if (json.Kind != JsonTokenType.StartArray)
        {
            linkage.Know(RelationshipData.ToOne);
            if (json.Kind != JsonTokenType.Null)
                ReadIdentifier(ref json, linkage);
            return;
        }

        linkage.Know(RelationshipData.ToMany);
        while (json.NextItem())
            ReadIdentifier(ref json, linkage);
    }

    private static void ReadIdentifier(ref JsonScanner json, Linkage linkage)
    {
        if (json.Kind != JsonTokenType.StartObject)
            throw new KlaviyoMaterializationException("a resource identifier", JsonKinds.Describe(json.Kind));

        string? type = null;
        string? id = null;
        while (json.NextMember())
        {
            if (json.UnescapedText.SequenceEqual("type"u8))
                type = ResourceReader.ReadType(ref json);
            else if (json.UnescapedText.SequenceEqual("id"u8))
                id = ResourceReader.ReadId(ref json);
            else
                json.SkipValue();
        }

        if (type is null || id is null)
            throw new KlaviyoMaterializationException("a resource identifier with type and id", "one without");
        linkage.Add(type, id);
    }

    // Links are for show: no request is ever made from one, so one of another form is not a reason to fail.
    private static void ReadLinks(ref JsonScanner json, scoped OwnerId ownerId, Linkage linkage)
    {
        json.NextValue();
        if (json.Kind != JsonTokenType.StartObject)
        {
            json.Skip();
            return;
        }

        while (json.NextMember())
        {
            bool isSelf = json.UnescapedText.SequenceEqual("self"u8);
            bool isRelated = json.UnescapedText.SequenceEqual("related"u8);
            json.NextValue();
            if (json.Kind != JsonTokenType.String || !(isSelf || isRelated))
                json.Skip();
            else if (isSelf)
                linkage.AddSelf(json.UnescapedText, ownerId, PlaceOf(json));
            else
                linkage.AddRelated(json.UnescapedText, ownerId, PlaceOf(json));
        }
    }

    private static int? PlaceOf(in JsonScanner link) => link.IsEscaped ? null : link.TokenStart + 1;

    /// <returns>False when the member's value is null.</returns>
    private static bool EnterObject(ref JsonScanner json)
    {
        json.NextValue();
        return json.Kind switch
        {
            JsonTokenType.StartObject => true,
            JsonTokenType.Null => false,
            _ => throw new KlaviyoMaterializationException("an object", JsonKinds.Describe(json.Kind)),
        };
    }
}
