using KlaviyoLinq.Additions;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Mapping;

/// <summary>Turns mapped classes into facts, so that the judge and the emulator treat them as they treat the API's own.</summary>
internal static class MapFacts
{
    internal static KlaviyoCatalogue Extend(KlaviyoCatalogue known, IReadOnlyList<MappedResource> mapped) => mapped.Count == 0
        ? known
        : new ExtendedCatalogue(known, [.. mapped.Select(map => Resource(map, known, mapped))], [.. mapped.SelectMany(map => Operations(map, known, mapped))]);

    private static ResourceFacts Resource(MappedResource map, KlaviyoCatalogue known, IReadOnlyList<MappedResource> mapped) => new()
    {
        Type = map.Type,
        Attributes = [.. map.Members.Where(member => member.Segment.Kind == SegmentKind.Attribute).Select(member => Attribute(member))],
        Relationships = [.. Relationships(map, known, mapped)],
    };

    // The id of a relationship that is not included must come without it.
    private static IEnumerable<RelationshipFacts> Relationships(MappedResource map, KlaviyoCatalogue known, IReadOnlyList<MappedResource> mapped)
    {
        MappedMember[] ends = [.. map.Members.Where(member => member.Segment.Kind == SegmentKind.Relationship)];
        string[] ids = [.. map.Members.Where(member => member.Segment.Kind == SegmentKind.RelationshipId).Select(member => member.Segment.WireName)];
        foreach (MappedMember end in ends)
        {
            yield return new RelationshipFacts(
                end.Segment.WireName, TypeOf(end.Property.PropertyType, mapped), AttributeTypes.ElementOf(end.Property.PropertyType) is not null)
            {
                IdentifiersAlwaysSent = !end.IsIncludable && !map.IsUnchecked && ids.Contains(end.Segment.WireName),
            };
        }

        foreach (string id in ids.Where(id => !ends.Any(end => end.Segment.WireName == id)))
            if (mapped.Any(other => other.Type == id) || known.FindResource(id) is not null)
                yield return new RelationshipFacts(id, id, ToMany: false) { IdentifiersAlwaysSent = true };
    }

    // As everywhere in JSON:API, a resource of the collection is reached by its id below it.
    private static ReadFacts[] Operations(MappedResource map, KlaviyoCatalogue known, IReadOnlyList<MappedResource> mapped)
    {
        MappedMember[] attributes = [.. map.Members.Where(member => member.Segment.Kind == SegmentKind.Attribute)];
        IncludeFacts[] includes =
        [
            .. map.Members.Where(member => member is { IsIncludable: true, Segment.Kind: SegmentKind.Relationship })
                .Select(member => new IncludeFacts(member.Segment.WireName, TypeOf(member.Property.PropertyType, mapped))),
        ];
        FieldsetFacts[] fieldsets =
            [
                new FieldsetFacts(map.Type, ["id", .. attributes.Select(member => member.Segment.WireName)]),
                .. includes.Select(include => Fieldset(known, mapped, include.ResourceType))
            ];
        ReadFacts collection = new()
        {
            Id = "mapped_" + map.ClrType.Name,
            Path = map.Path,
            IsCollection = true,
            ResourceType = map.Type,
            Filters =
            [
                .. map.Members.Where(member => member.Operators != KlaviyoFilterOperators.None)
                    .Select(member => new FilterFacts(FilterField(member), member.Type?.Filter ?? ValueKind.None, OperatorFlags.Of(member.Operators))),
            ],
            SortKeys = [.. map.Members.Where(member => member.IsSortable).Select(member => member.Segment.WireName)],
            Includes = includes,
            Fieldsets = fieldsets,
            Paging = map.MaximumPageSize > 0 ? PagingFacts.Sized(1, Math.Min(20, map.MaximumPageSize), map.MaximumPageSize) : PagingFacts.CursorOnly,
            IsUnchecked = map.IsUnchecked,
        };
        ReadFacts single = new()
        {
            Id = "mapped_single_" + map.ClrType.Name,
            Path = SinglePath(map.Path, known),
            IsCollection = false,
            ResourceType = map.Type,
            Includes = includes,
            Fieldsets = fieldsets,
            IsUnchecked = map.IsUnchecked,
        };
        return [collection, single];
    }

    private static string SinglePath(string path, KlaviyoCatalogue known) =>
        known.Reads.Select(operation => operation.Path).FirstOrDefault(other => other.StartsWith(path + "/{", StringComparison.Ordinal) && other.EndsWith('}'))
        ?? path + "/{id}";

    // An included resource brings the members that its mapping has, or that the catalogue knows of it.
    private static FieldsetFacts Fieldset(KlaviyoCatalogue known, IReadOnlyList<MappedResource> mapped, string type) =>
        new(
            type,
            [
                "id",
                .. mapped.FirstOrDefault(map => map.Type == type)?.Members.Where(member => member.Segment.Kind == SegmentKind.Attribute)
                    .Select(member => member.Segment.WireName)
            ?? known.FindResource(type)?.Attributes.Select(attribute => attribute.Name) ?? []]);

    private static string FilterField(MappedMember member) =>
        member.Segment.Kind == SegmentKind.RelationshipId ? member.Segment.WireName.Replace('-', '_') + "_id" : member.Segment.WireName;

    private static AttributeFacts Attribute(MappedMember member) =>
        new(member.Segment.WireName, member.Type!.Attribute) { IsArray = member.Type.IsArray, Nullable = true };

    private static string TypeOf(Type type, IReadOnlyList<MappedResource> mapped)
    {
        Type single = AttributeTypes.ElementOf(type) ?? type;
        return mapped.FirstOrDefault(map => map.ClrType == single)?.Type
            ?? MemberMap.TypeOf(single)
            ?? MapReader.SnakeCase(single.Name).Replace('_', '-');
    }
}
