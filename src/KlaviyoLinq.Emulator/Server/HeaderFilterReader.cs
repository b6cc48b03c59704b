using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Emulator.Sorting;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>
/// Reads the header by which geofences are sorted: <c>X-Klaviyo-API-Filters: and(equals(lat,40.7128),equals(lng,-74.0060))</c>. It is written as a filter
/// and filters nothing: it names a place, and the nearest come first.
/// </summary>
internal sealed class HeaderFilterReader(ResourceStore store)
{
    internal const string Header = "X-Klaviyo-API-Filters";

    internal ApiError? Read(QueryParameters query, string value)
    {
        (FilterExpression? expression, FilterFault? fault) = FilterParser.Parse(value, FilterGrammar.Published);
        if (fault is not null)
            return ApiError.Invalid(Header, fault.Detail) with { Position = fault.Position };
        Comparison[]? parts = expression switch
        {
            Comparison one => [one],
            Junction all when all.Parts.All(part => part is Comparison) => [.. all.Parts.Cast<Comparison>()],
            _ => null,
        };
        if (parts is null)
            return ApiError.Invalid(Header, FilterFault.Invalid);
        if (parts.FirstOrDefault(part => part.Field is not ("lat" or "lng")) is { } unknown)
            return ApiError.Invalid(Header, $"'{unknown.Field}' is not a filterable field for this resource. The filterable fields on this resource are: lat, lng.");
        // The two blanks are Klaviyo's own.
        if (parts.FirstOrDefault(part => part.Operator != FilterOperator.Equals) is { } other)
            return ApiError.Invalid(Header, $"'{other.Operator.WireName()}' is not an allowed filter operator for {other.Field}.  Allowed operators are equals");
        if (Degrees(parts, "lat", 90) is not { } latitude || Degrees(parts, "lng", 180) is not { } longitude || parts.Length != 2)
            return ApiError.Invalid(Header, FilterFault.Invalid);

        string type = query.Operation.ResourceType;
        query.Order = new FieldOrder("distance", new DistanceReader(store.FindLayout(type)!, latitude, longitude), SortKind.Number) { IsFleeting = true };
        query.Identity += "\n" + value;
        return null;
    }

    private static double? Degrees(Comparison[] parts, string field, double limit) =>
        parts.FirstOrDefault(part => part.Field == field) is { IsList: false, Literals: [{ Kind: LiteralKind.Number, Number: var number }] }
            && Math.Abs(number) <= limit
            ? number
            : null;
}
