using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings.Operators;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Rulings.Paging;

/// <summary>
/// <c>OrderByDistance</c>: the place to measure from. It travels as a filter in a header, because Klaviyo keeps positions out of addresses,
/// which are logged.
/// </summary>
internal static class DistanceRuling
{
    private const string Header = "X-Klaviyo-API-Filters";

    internal static void Apply(RequestDraft draft, DistanceStage distance)
    {
        if (!draft.Operation.Parameters.Any(facts => facts.InHeader && facts.Name == Header))
        {
            OperatorRuling.Refuse(draft, distance);
        }
        else if (draft.HeaderFilter is not null)
        {
            draft.Refuse(KlaviyoFindingCode.SecondSortKey, distance.Site, "Klaviyo sorts by the distance from one place only.", "Write OrderByDistance once.");
        }
        else
        {
            FilterValue? latitude = Degrees(draft, distance, distance.Latitude, "latitude", 90);
            FilterValue? longitude = Degrees(draft, distance, distance.Longitude, "longitude", 180);
            if (latitude is not null && longitude is not null)
                draft.HeaderFilter = new HeaderFilter(Header, new AndFilter([Equal("lat", latitude), Equal("lng", longitude)], true));
        }
    }

    private static ComparisonFilter Equal(string field, FilterValue value) => new(FilterOperator.Equals, field, value);

    private static FilterValue? Degrees(RequestDraft draft, DistanceStage distance, ValueTerm term, string what, double limit)
    {
        if (!term.IsKnown)
            return new PendingValue();
        if (term.Value is double degrees && degrees >= -limit && degrees <= limit)
            return new NumberValue(Digits.Of(degrees));
        draft.Refuse(
            KlaviyoFindingCode.ParameterValueInvalid,
            distance.Site.At(term.Fragment),
            string.Format(CultureInfo.InvariantCulture, "{0} is not a {1}, which is between -{2} and {2} degrees.", term.Value ?? "null", what, limit),
            "Pass the position in degrees, latitude first.");
        return null;
    }
}
