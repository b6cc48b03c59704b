using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.JsonApi;

/// <summary>Reads a whole JSON:API document. The order of members does not matter, and members it does not know are passed over.</summary>
internal sealed class DocumentReader
{
    private readonly List<KlaviyoResource> _resources = [];
    private readonly Linkage _linkage = new();
    private List<KlaviyoResource>? _included;
    private NextPage? _next;
    private bool _hasData;
    private bool _hasLinks;
    private bool _isList;

    private DocumentReader()
    {
    }

    /// <param name="document">The document; nothing of the page points into it afterwards.</param>
    /// <exception cref="KlaviyoProtocolException">It is no JSON:API document.</exception>
    /// <exception cref="KlaviyoMaterializationException">A value in it cannot be read.</exception>
    /// <exception cref="KlaviyoPaginationException">The link to its next page holds no cursor.</exception>
    internal static ResourcePage Read(ReadOnlySpan<byte> document)
    {
        if (document.IsEmpty)
            throw new KlaviyoProtocolException("The answer has no body.") { IsCutOff = true };

        var json = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = KlaviyoMap.MaxDepth });
        try
        {
            return new DocumentReader().ReadDocument(ref json);
        }
        catch (JsonException)
        {
            throw Malformed.Explain(document);
        }
        catch (KlaviyoMaterializationException failure) when (failure.JsonPath is null)
        {
            throw FailurePlace.Find(document, json.TokenStartIndex).Complete(failure);
        }
    }

    private ResourcePage ReadDocument(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
            throw new KlaviyoProtocolException($"The answer is no JSON:API document: its root is {JsonKinds.Describe(json.TokenType)}.");

        while (JsonValues.NextMember(ref json))
        {
            ReadOnlySpan<byte> name = JsonValues.MemberName(ref json);
            if (name.SequenceEqual("data"u8))
                ReadData(ref json);
            else if (name.SequenceEqual("included"u8))
                ReadIncluded(ref json);
            else if (name.SequenceEqual("links"u8))
                ReadLinks(ref json);
            else
                JsonValues.SkipValue(ref json);
        }

        json.Read(); // anything but white space after the document is malformed
        if (!_hasData)
            throw new KlaviyoProtocolException("The answer is no JSON:API document: it has no data.");

        IReadOnlyList<KlaviyoResource> included = _included ?? [];
        _linkage.Connect(_resources, included);
        return new ResourcePage(_resources, included, _next?.Cursor) { Next = _next, HasLinks = _hasLinks, IsList = _isList };
    }

    private void ReadLinks(ref Utf8JsonReader json)
    {
        if (_hasLinks)
            throw new KlaviyoProtocolException("The answer is no JSON:API document: it has links twice.");
        _next = NextLink.Read(ref json);
        _hasLinks = json.TokenType != JsonTokenType.Null;
    }

    private void ReadData(ref Utf8JsonReader json)
    {
        if (_hasData)
            throw new KlaviyoProtocolException("The answer is no JSON:API document: it has data twice.");
        _hasData = true;

        json.Read();
        _isList = json.TokenType == JsonTokenType.StartArray;
        if (_isList)
            ReadResources(ref json, _resources);
        else if (json.TokenType != JsonTokenType.Null)
            _resources.Add(ResourceObject.Read(ref json, _linkage));
    }

    private void ReadIncluded(ref Utf8JsonReader json)
    {
        if (_included is not null)
            throw new KlaviyoProtocolException("The answer is no JSON:API document: it has included twice.");
        _included = [];

        json.Read();
        if (json.TokenType == JsonTokenType.StartArray)
            ReadResources(ref json, _included);
        else if (json.TokenType != JsonTokenType.Null)
            throw new KlaviyoMaterializationException("an array of resources", JsonKinds.Describe(json.TokenType));
    }

    private void ReadResources(ref Utf8JsonReader json, List<KlaviyoResource> resources)
    {
        json.Read();
        while (json.TokenType != JsonTokenType.EndArray)
        {
            resources.Add(ResourceObject.Read(ref json, _linkage));
            json.Read();
        }
    }
}
