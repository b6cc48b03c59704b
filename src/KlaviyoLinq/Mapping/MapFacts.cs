using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using KlaviyoLinq.Additions;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Mapping;

/// <summary>Turns mapped classes into facts, so that the judge and the emulator treat them as they treat the API's own.</summary>
internal static class MapFacts
{
    internal static KlaviyoCatalogue Extend(KlaviyoCatalogue known, IReadOnlyList<MappedResource> mapped) => mapped.Count == 0
        ? known
        : new ExtendedCatalogue(known, [.. mapped.Select(map => Resource(map, mapped))], [.. mapped.SelectMany(map => Operations(map, known, mapped))]);

    private static ResourceFacts Resource(MappedResource map, IReadOnlyList<MappedResource> mapped) => new()
    {
        Type = map.Type,
        Attributes = [.. map.Members.Where(member => member.Segment.Kind == SegmentKind.Attribute).Select(member => Attribute(member.Segment.WireName, member.Property.PropertyType))],
        Relationships =
        [
            .. from member in map.Members
               where member.Segment.Kind == SegmentKind.Relationship
               select new RelationshipFacts(member.Segment.WireName, TypeOf(member.Property.PropertyType, mapped), Element(member.Property.PropertyType) is not null),
        ],
    };

    // As everywhere in JSON:API, a resource of the collection is reached by its id below it.
    private static OperationFacts[] Operations(MappedResource map, KlaviyoCatalogue known, IReadOnlyList<MappedResource> mapped)
    {
        MappedMember[] attributes = [.. map.Members.Where(member => member.Segment.Kind == SegmentKind.Attribute)];
        IncludeFacts[] includes =
        [
            .. map.Members.Where(member => member is { IsIncludable: true, Segment.Kind: SegmentKind.Relationship })
                .Select(member => new IncludeFacts(member.Segment.WireName, TypeOf(member.Property.PropertyType, mapped))),
        ];
        FieldsetFacts[] fieldsets =
            [new FieldsetFacts(map.Type, ["id", .. attributes.Select(member => member.Segment.WireName)]), .. includes.Select(include => Fieldset(known, include.ResourceType))];
        OperationFacts collection = new()
        {
            Id = "mapped_" + map.ClrType.Name,
            Path = map.Path,
            Shape = OperationShape.Collection,
            ResourceType = map.Type,
            Filters =
            [
                .. map.Members.Where(member => member.Operators != FilterOperators.None)
                    .Select(member => new FilterFacts(FilterField(member), Kind(member.Property.PropertyType), OperatorFlags.Of(member.Operators))),
            ],
            SortKeys = [.. map.Members.Where(member => member.IsSortable).Select(member => member.Segment.WireName)],
            Includes = includes,
            Fieldsets = fieldsets,
            Paging = map.MaximumPageSize > 0 ? PagingFacts.Sized(1, Math.Min(20, map.MaximumPageSize), map.MaximumPageSize) : PagingFacts.CursorOnly,
            IsUnchecked = map.IsUnchecked,
        };
        OperationFacts single = new()
        {
            Id = "mapped_single_" + map.ClrType.Name,
            Path = SinglePath(map.Path, known),
            Shape = OperationShape.Single,
            ResourceType = map.Type,
            Includes = includes,
            Fieldsets = fieldsets,
            IsUnchecked = map.IsUnchecked,
        };
        return [collection, single];
    }

    private static string SinglePath(string path, KlaviyoCatalogue known) =>
        known.Operations.Select(operation => operation.Path).FirstOrDefault(other => other.StartsWith(path + "/{", StringComparison.Ordinal) && other.EndsWith('}'))
        ?? path + "/{id}";

    // An included resource of the API's own brings the members that the catalogue knows of it.
    private static FieldsetFacts Fieldset(KlaviyoCatalogue known, string type) =>
        new(type, ["id", .. known.FindResource(type)?.Attributes.Select(attribute => attribute.Name) ?? []]);

    private static string FilterField(MappedMember member) =>
        member.Segment.Kind == SegmentKind.RelationshipId ? member.Segment.WireName.Replace('-', '_') + "_id" : member.Segment.WireName;

    private static AttributeFacts Attribute(string name, Type type)
    {
        Type? element = Element(type);
        Type single = element ?? type;
        return new AttributeFacts(name, AttributeKindOf(single)) { IsArray = element is not null, Nullable = true };
    }

    private static string TypeOf(Type type, IReadOnlyList<MappedResource> mapped)
    {
        Type single = Element(type) ?? type;
        return mapped.FirstOrDefault(map => map.ClrType == single)?.Type
            ?? single.GetCustomAttributes(typeof(WireNameAttribute), false).OfType<WireNameAttribute>().FirstOrDefault()?.Name
            ?? MapReader.SnakeCase(single.Name).Replace('_', '-');
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
    private static Type? Element(Type type) => type == typeof(string) || type == typeof(KlaviyoMap)
        ? null
        : type.GetInterfaces().Append(type).FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static AttributeKind AttributeKindOf(Type type) => Kind(type) switch
    {
        ValueKind.String => AttributeKind.String,
        ValueKind.Boolean => AttributeKind.Boolean,
        ValueKind.Integer => AttributeKind.Integer,
        ValueKind.Number => AttributeKind.Number,
        ValueKind.DateTime => AttributeKind.DateTime,
        _ when type == typeof(KlaviyoMap) => AttributeKind.Map,
        _ when type == typeof(JsonElement) => AttributeKind.Any,
        _ => AttributeKind.Map,
    };

    private static ValueKind Kind(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(Element(type) ?? type) ?? Element(type) ?? type;
        return Type.GetTypeCode(plain) switch
        {
            TypeCode.String => ValueKind.String,
            TypeCode.Boolean => ValueKind.Boolean,
            TypeCode.Byte or TypeCode.SByte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64 or TypeCode.UInt64 => ValueKind.Integer,
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => ValueKind.Number,
            TypeCode.DateTime => ValueKind.DateTime,
            _ when plain == typeof(DateTimeOffset) => ValueKind.DateTime,
            _ when typeof(IKlaviyoEnum).IsAssignableFrom(plain) => ValueKind.String,
            _ => ValueKind.Any,
        };
    }
}
