using System.Text.Json;
using KlaviyoLinq.Columns;
using KlaviyoLinq.Documents.Repetition;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Scalars;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <summary>Reads a whole JSON:API document. The order of members does not matter, and members it does not know are passed over.</summary>
internal sealed class DocumentReader
{
    // Klaviyo's largest pages.
    private const int MostExpected = 1_000;

    private readonly List<KlaviyoResource> _resources = [];
    private readonly Linkage _linkage;
    private readonly ResourceReader _reader;
    private readonly ValueFailures? _failures;
    private readonly CancellationToken _stop;
    private FailedRows? _failed;
    private List<KlaviyoResource>? _included;
    private DocumentLinks? _links;
    private bool _hasData;
    private bool _isList;

    private DocumentReader(IReadOnlyList<Fieldset> fieldsets, PageMemory memory, ColumnSet? columns, ValueFailures? failures, CancellationToken stop)
    {
        (_failures, _stop) = (failures, stop);
        _linkage = new Linkage(memory);
        _reader = new ResourceReader(fieldsets, _linkage, memory, columns);
    }

    /// <param name="document">The document; nothing of the page points into it afterwards.</param>
    /// <param name="fieldsets">What was requested; the values of what was not are skipped, though they must be well-formed too. Empty for all there is.</param>
    /// <param name="memory">What earlier documents said; null when there are none.</param>
    /// <param name="columns">What alone is read of resources of its type; null to read all resources into their classes.</param>
    /// <param name="collects">Whether values that cannot be read fail their row alone, which is then among <see cref="ResourcePage.Failed"/>;
    /// otherwise the first is thrown.</param>
    /// <param name="stop">Looked at for each resource.</param>
    /// <exception cref="KlaviyoProtocolException">It is not a JSON:API document.</exception>
    /// <exception cref="KlaviyoMaterializationException">A value in it cannot be read.</exception>
    /// <exception cref="KlaviyoPaginationException">The link to its next page holds no cursor, or two.</exception>
    internal static ResourcePage Read(
        ReadOnlySpan<byte> document,
        IReadOnlyList<Fieldset>? fieldsets = null,
        PageMemory? memory = null,
        ColumnSet? columns = null,
        bool collects = false,
        CancellationToken stop = default)
    {
        if (document.IsEmpty)
            throw new KlaviyoProtocolException("The answer has no body.") { IsCutOff = true };

        memory ??= new PageMemory();
        ValueFailures? failures = collects ? new ValueFailures() : null;
        var json = new JsonScanner(document, KlaviyoMap.MaxDepth, memory.Strings) { Failures = failures };
        try
        {
            return new DocumentReader(fieldsets ?? [], memory, columns, failures, stop).ReadDocument(ref json);
        }
        catch (JsonException)
        {
            throw Malformed.Explain(document);
        }
        catch (KlaviyoMaterializationException failure) when (failure.JsonPath is null)
        {
            throw FailurePlace.Find(document, json.TokenStart).Complete(failure);
        }
    }

    private ResourcePage ReadDocument(ref JsonScanner json)
    {
        json.NextValue();
        if (json.Kind != JsonTokenType.StartObject)
            throw new KlaviyoProtocolException($"The answer is not a JSON:API document: its root is {JsonKinds.Describe(json.Kind)}.");

        while (json.NextMember())
        {
            ReadOnlySpan<byte> name = json.UnescapedText;
            if (name.SequenceEqual("data"u8))
                ReadData(ref json);
            else if (name.SequenceEqual("included"u8))
                ReadIncluded(ref json);
            else if (name.SequenceEqual("links"u8))
                ReadLinks(ref json);
            else
                json.SkipValue();
        }

        json.End();
        if (!_hasData)
            throw new KlaviyoProtocolException("The answer is not a JSON:API document: it has no data.");

        IReadOnlyList<KlaviyoResource> included = _included ?? [];
        _linkage.Connect(_resources, included, _failed, _stop);
        return new ResourcePage(_resources, included, _links?.Next?.Cursor) { Failed = _failed, Links = _links ?? DocumentLinks.None, IsList = _isList };
    }

    private void ReadLinks(ref JsonScanner json)
    {
        if (_links is not null)
            throw new KlaviyoProtocolException("The answer is not a JSON:API document: it has links twice.");
        _links = NextLink.Read(ref json);
    }

    private void ReadData(ref JsonScanner json)
    {
        if (_hasData)
            throw new KlaviyoProtocolException("The answer is not a JSON:API document: it has data twice.");
        _hasData = true;

        json.NextValue();
        _isList = json.Kind == JsonTokenType.StartArray;
        if (_isList)
            ReadResources(ref json, _resources, "$.data");
        else if (json.Kind != JsonTokenType.Null)
            _resources.Add(Read(ref json, "$.data"));
    }

    private void ReadIncluded(ref JsonScanner json)
    {
        if (_included is not null)
            throw new KlaviyoProtocolException("The answer is not a JSON:API document: it has included twice.");
        _included = [];

        json.NextValue();
        if (json.Kind == JsonTokenType.StartArray)
            ReadResources(ref json, _included, "$.included");
        else if (json.Kind != JsonTokenType.Null)
            throw new KlaviyoMaterializationException("an array of resources", JsonKinds.Describe(json.Kind));
    }

    private void ReadResources(ref JsonScanner json, List<KlaviyoResource> resources, string path)
    {
        while (json.NextItem())
        {
            int start = json.TokenStart;
            resources.Add(Read(ref json, path, resources.Count));

            // As many as there is room for, if they are as long as the first.
            if (resources.Count == 1)
                resources.EnsureCapacity(Math.Min(MostExpected, 1 + (json.Rest().Length / json.TextFrom(start).Length)));
        }
    }

    private KlaviyoResource Read(ref JsonScanner json, string path, int? index = null)
    {
        _stop.ThrowIfCancellationRequested();
        int start = json.TokenStart;
        KlaviyoResource resource = _reader.Read(ref json);
        if (_failures?.End(resource, json.TextFrom(start), start, path, index) is { } failure)
            (_failed ??= new FailedRows()).Add(resource, failure);
        return resource;
    }
}
