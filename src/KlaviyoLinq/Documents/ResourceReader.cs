using System.Text.Json;
using KlaviyoLinq.Columns;
using KlaviyoLinq.Documents.Repetition;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Scalars;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <summary>Reads the resource objects of one document, and resource identifiers, which are such without attributes.</summary>
/// <param name="fieldsets">What was requested: of a type that is among them, nothing else is read.</param>
/// <param name="linkage">Where the relationships are collected.</param>
/// <param name="memory">What earlier documents said.</param>
/// <param name="columns">Which resources are read into columns; null for none.</param>
internal sealed class ResourceReader(IReadOnlyList<Fieldset> fieldsets, Linkage linkage, PageMemory memory, ColumnSet? columns)
{
    private const int Type = 0;
    private const int Id = 1;
    private const int Attributes = 2;
    private const int Relationships = 3;
    private const int Links = 4;
    private const int Unknown = -1;

    private static readonly MemberTable _members = new("type", "id", "attributes", "relationships", "links");

    // Links hold the ids of their owners. Longer ones than these are not looked for in them: that would take their length times that of the links.
    private const int LongestLinkedId = 128;

    private readonly Dictionary<byte[], ResourceKind> _kinds = new(Utf8Comparer.Instance);

    // A page holds resources of one type, mostly.
    private ResourceKind? _last = columns is null ? null : ColumnReader.Kind(columns);

    private readonly RepeatedLinks _links = new(memory);

    /// <summary>The wire type a member holds.</summary>
    internal static string ReadType(ref JsonScanner json)
    {
        json.NextValue();
        return json.Kind == JsonTokenType.String ? TypeOf(ref json) : throw Unreadable(ref json, "a resource type");
    }

    /// <summary>The id a member holds.</summary>
    internal static string ReadId(ref JsonScanner json)
    {
        json.NextValue();
        return json.Kind is JsonTokenType.String or JsonTokenType.Number && !json.Text.IsEmpty ? json.GetString() : throw Unreadable(ref json, "an id");
    }

    /// <summary>The scanner stands on the object's first token, and on its last one afterwards.</summary>
    internal KlaviyoResource Read(ref JsonScanner json)
    {
        if (json.Kind != JsonTokenType.StartObject)
            throw Unreadable(ref json, "a resource");

        ResourceKind? kind = null;
        KlaviyoResource? resource = null;
        string? id = null;
        ReadOnlySpan<byte> idText = default;
        int member = -1;
        int read = 0;
        while (json.NextMember(_members, ref member))
        {
            if (member >= 0 && (read & (1 << member)) != 0)
                throw new KlaviyoMaterializationException("each member of a resource once", "one that comes again");
            read |= member < 0 ? 0 : 1 << member;

            // The class to fill follows from the type. It comes first, as a rule; where it does not, a copy of the scanner goes ahead for it.
            if (kind is null)
            {
                bool isType = member == Type;
                kind = isType ? ReadKind(ref json) : FindKind(json, member);
                resource = kind?.Create();
                if (isType)
                {
                    json.Skip();
                    continue;
                }
            }

            switch (kind is null ? Unknown : member)
            {
                case Id:
                    id = ReadId(ref json);
                    idText = json.IsEscaped || json.Text.Length > LongestLinkedId ? default : json.Text;
                    break;
                case Attributes:
                    ReadAttributes(ref json, resource!, kind!);
                    break;
                case Relationships:
                    RelationshipReader.Read(ref json, resource!, idText, linkage);
                    break;
                case Links:
                    _links.Skip(ref json, idText);
                    break;
                default:
                    json.SkipValue();
                    break;
            }
        }

        if (resource is null || id is null)
            throw new KlaviyoMaterializationException("a resource with type and id", "one without");
        resource.Id = id;
        return resource;
    }

    // The library's own copy of the name where it knows the type: a page says it hundreds of times.
    private static string TypeOf(ref JsonScanner json) => ResourceReaders.KnownType(json.UnescapedText) ?? json.GetString();

    private ResourceKind? FindKind(JsonScanner ahead, int member)
    {
        while (member != Type)
        {
            ahead.SkipValue();
            if (!ahead.NextMember(_members, ref member))
                return null;
        }

        return ReadKind(ref ahead);
    }

    private ResourceKind? ReadKind(ref JsonScanner json)
    {
        json.NextValue();
        return json.Kind == JsonTokenType.String ? KindOf(ref json) : null;
    }

    private ResourceKind KindOf(ref JsonScanner json)
    {
        ReadOnlySpan<byte> text = json.UnescapedText;
        if (_last is { } last && last.Name.AsSpan().SequenceEqual(text))
            return last;
        if (_last is not null)
            _kinds.TryAdd(_last.Name, _last);
        var kinds = _kinds.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!kinds.TryGetValue(text, out ResourceKind? kind))
            kinds[text] = kind = NewKind(TypeOf(ref json));
        return _last = kind;
    }

    private ResourceKind NewKind(string type) =>
        ResourceReaders.Find(type)?.Reduced(fieldsets) ?? new ResourceKind(type, () => new UnknownResource(type), ReadUnknown);

    private static void ReadAttributes(ref JsonScanner json, KlaviyoResource resource, ResourceKind kind)
    {
        json.NextValue();
        if (json.Kind == JsonTokenType.Null)
            return;
        if (JsonValues.IsObject(ref json))
            kind.ReadAttributes(resource, ref json);
    }

    private static void ReadUnknown(KlaviyoResource resource, ref JsonScanner json, ulong wanted) =>
        ((UnknownResource)resource).Attributes = JsonValues.MapItem(ref json);

    private static KlaviyoMaterializationException Unreadable(ref JsonScanner json, string expected) => new(expected, JsonKinds.Describe(json.Kind));
}
