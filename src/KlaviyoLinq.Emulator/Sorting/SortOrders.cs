using System.Collections.Concurrent;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Filtering;

namespace KlaviyoLinq.Emulator.Sorting;

/// <summary>Makes the order that a sort key requests, and knows the order in which Klaviyo answers when none is requested.</summary>
internal sealed class SortOrders(KlaviyoCatalogue catalogue, FieldResolution fields, NullPlacement nulls)
{
    private readonly ConcurrentDictionary<(string Type, string Field, bool NullsSmallest), FieldOrder> _orders = new();

    /// <summary>The ascending order; a descending answer is read backwards from it.</summary>
    internal FieldOrder Order(string type, string field, bool descending) => _orders.GetOrAdd(
        (type, field, IsNullSmallest(descending)),
        key => new FieldOrder(key.Field, fields.Reader(key.Type, key.Field), KindOf(key.Type, key.Field), key.NullsSmallest));

    /// <summary>The order without <c>sort</c>, as seen live; by id where it is unknown.</summary>
    internal static (string Field, bool Descending) DefaultOf(string type) => type switch
    {
        "event" => ("datetime", true),
        "campaign" => ("updated_at", true),
        "catalog-item" => ("created", false),
        "tag" => ("name", false),
        _ => ("id", false),
    };

    private bool IsNullSmallest(bool descending) => nulls switch
    {
        NullPlacement.Smallest => true,
        NullPlacement.First => !descending,
        NullPlacement.Last => descending,
        _ => false,
    };

    private SortKind KindOf(string type, string field)
    {
        ResourceFacts facts = catalogue.FindResource(type)!;
        AttributeKind? kind = null;
        IReadOnlyList<AttributeFacts> members = facts.Attributes;
        foreach (string name in field.Split('.'))
        {
            AttributeFacts? attribute = members.FirstOrDefault(m => m.Name == name);
            kind = attribute?.Kind;
            members = attribute?.Members ?? [];
        }
        return kind switch
        {
            AttributeKind.DateTime or AttributeKind.Date => SortKind.Instant,
            AttributeKind.Integer or AttributeKind.Number => SortKind.Number,
            null when NamesInstant(field) => SortKind.Instant,
            _ => SortKind.Text,
        };
    }

    /// <summary>Sort keys that are not attributes are recognized by their names alone.</summary>
    private static bool NamesInstant(string field) =>
        field is "created" or "updated" or "datetime" or "joined_group_at" || field.EndsWith(".timestamp", StringComparison.Ordinal)
            || field.EndsWith("_at", StringComparison.Ordinal);
}
