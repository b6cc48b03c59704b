using System.Text;
using KlaviyoLinq.Documents.Repetition;
using KlaviyoLinq.Links;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <summary>
/// The relationships of one document. They are collected while it is read, because what they refer to may come later, and connected when all
/// resources are there: within a document, one type and id is one object.
/// </summary>
/// <param name="memory">What earlier documents said.</param>
internal sealed class Linkage(PageMemory memory)
{
    private readonly OutlineTable _outlines = new();
    private readonly RepeatedRelationships _repeated = new(memory);
    private readonly List<KlaviyoResource> _owners = [];
    private readonly Dictionary<byte[], string> _names = new(Utf8Comparer.Instance);
    private readonly HashSet<string> _types = [];
    private string? _lastType;

    // Of the resource that is being read.
    private readonly List<RelationshipEntry> _entries = [];
    private readonly List<ResourceIdentifier> _identifiers = [];

    /// <summary>Takes relationships that are the same as those read last, but for the id of their owner.</summary>
    /// <param name="text">The document from the relationships on.</param>
    /// <param name="owner">The resource whose relationships they are.</param>
    /// <param name="id">The owner's id as it stands in the document.</param>
    /// <param name="length">How long the relationships are in the text.</param>
    internal bool TryRepeat(ReadOnlySpan<byte> text, KlaviyoResource owner, ReadOnlySpan<byte> id, out int length)
    {
        RelationshipOutline? outline = _repeated.Find(text, id, out length);
        if (outline is null)
            return false;
        Own(owner, outline.Bare);
        return true;
    }

    /// <summary>The relationships of a resource follow.</summary>
    /// <param name="id">The resource's id as it stands in the document.</param>
    internal void BeginAll(ReadOnlySpan<byte> id) => _repeated.Begin(id);

    /// <summary>A relationship follows, of which nothing is known yet but its name.</summary>
    internal void Begin(ReadOnlySpan<byte> name) => _entries.Add(new RelationshipEntry(NameOf(name), RelationshipData.Absent, 0, null, null));

    /// <summary>Marks the data of the last relationship as received, even if empty.</summary>
    internal void Know(RelationshipData data) => Current = Current with { Data = data };

    /// <summary>An identifier of the relationship begun last.</summary>
    internal void Add(string type, string id)
    {
        _repeated.Differ();
        _identifiers.Add(new ResourceIdentifier(type, id));
        Current = Current with { Count = Current.Count + 1 };
        if (ReferenceEquals(type, _lastType))
            return;
        _types.Add(type);
        _lastType = type;
    }

    /// <summary>The links of the relationship begun last.</summary>
    /// <param name="link">The link.</param>
    /// <param name="ownerId">The id of its owner.</param>
    /// <param name="start">Where it stands in the document; null when it does not stand there as it is.</param>
    internal void AddSelf(ReadOnlySpan<byte> link, OwnerId ownerId, int? start) => Current = Current with { Self = Template(link, ownerId, start) };

    /// <inheritdoc cref="AddSelf"/>
    internal void AddRelated(ReadOnlySpan<byte> link, OwnerId ownerId, int? start) => Current = Current with { Related = Template(link, ownerId, start) };

    /// <summary>The relationships begun since the last call are all of this resource.</summary>
    /// <param name="owner">The resource.</param>
    /// <param name="text">The relationships as they stand in the document.</param>
    /// <param name="start">Where they stand there.</param>
    /// <param name="idLength">How long the owner's id is there.</param>
    internal void Finish(KlaviyoResource owner, ReadOnlySpan<byte> text, int start, int idLength)
    {
        if (_entries.Count == 0)
            return;
        RelationshipOutline outline = _outlines.Outline(_entries);
        Own(owner, _identifiers.Count == 0 ? outline.Bare : new RelationshipRecord(outline, [.. _identifiers]));
        _repeated.Keep(text, start, idLength, outline);
        _entries.Clear();
        _identifiers.Clear();
    }

    /// <summary>Fills the navigations of all resources.</summary>
    internal void Connect(IReadOnlyList<KlaviyoResource> resources, IReadOnlyList<KlaviyoResource> included, FailedRows? failed, CancellationToken stop)
    {
        if (_owners.Count == 0)
            return;

        Dictionary<ResourceIdentifier, KlaviyoResource> known = [];
        Index(resources, known);
        Index(included, known);
        foreach (KlaviyoResource owner in _owners)
        {
            stop.ThrowIfCancellationRequested();
            Connect(owner, owner.Record!, known);
        }

        failed?.Spread(_owners, known);
    }

    private void Own(KlaviyoResource owner, RelationshipRecord record)
    {
        owner.Record = record;
        if (record.Outline.NamesData)
            _owners.Add(owner);
    }

    private LinkTemplate Template(ReadOnlySpan<byte> link, OwnerId ownerId, int? start)
    {
        LinkTemplate template = _outlines.Template(link, ownerId);
        if (start is { } place)
            _repeated.AddLink(template, ownerId.Plain.Length, place);
        else
            _repeated.Differ();
        return template;
    }

    private RelationshipEntry Current
    {
        get => _entries[^1];
        set => _entries[^1] = value;
    }

    // Most pages refer to nothing that is in them (events name their metric and profile without including them): those need no index.
    private void Index(IReadOnlyList<KlaviyoResource> resources, Dictionary<ResourceIdentifier, KlaviyoResource> known)
    {
        for (int i = 0; i < resources.Count; i++)
        {
            if (_types.Contains(resources[i].ResourceType))
                known.TryAdd(new ResourceIdentifier(resources[i].ResourceType, resources[i].Id), resources[i]);
        }
    }

    private static void Connect(KlaviyoResource owner, RelationshipRecord record, Dictionary<ResourceIdentifier, KlaviyoResource> known)
    {
        RelationshipEntry[] entries = record.Outline.Entries;
        for (int i = 0; i < entries.Length; i++)
        {
            if (entries[i].Data == RelationshipData.Absent)
                continue;
            bool isWhole = entries[i].Data == RelationshipData.ToMany
                ? ConnectToMany(owner, entries[i].Name, record.IdentifiersOf(i), known)
                : ConnectToOne(owner, entries[i].Name, record.IdentifiersOf(i), known);
            if (isWhole && entries[i].Count > 0)
                record.MarkLoaded(i);
        }
    }

    private static bool ConnectToOne(
        KlaviyoResource owner, string name, ReadOnlySpan<ResourceIdentifier> identifiers, Dictionary<ResourceIdentifier, KlaviyoResource> known)
    {
        KlaviyoResource? related = identifiers.IsEmpty ? null : known.GetValueOrDefault(identifiers[0]);
        owner.TryAttach(name, identifiers.IsEmpty ? null : identifiers[0].Id, related);
        return related is not null;
    }

    private static bool ConnectToMany(
        KlaviyoResource owner, string name, ReadOnlySpan<ResourceIdentifier> identifiers, Dictionary<ResourceIdentifier, KlaviyoResource> known)
    {
        var related = new List<KlaviyoResource>(identifiers.Length);
        foreach (ResourceIdentifier identifier in identifiers)
        {
            if (known.TryGetValue(identifier, out KlaviyoResource? resource))
                related.Add(resource);
        }

        owner.TryAttach(name, related);
        return related.Count == identifiers.Length;
    }

    // A page says the same few names over and over; each becomes a string once.
    private string NameOf(ReadOnlySpan<byte> utf8)
    {
        var names = _names.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (names.TryGetValue(utf8, out string? known))
            return known;
        string name = Encoding.UTF8.GetString(utf8);
        names[utf8] = name;
        return name;
    }
}
