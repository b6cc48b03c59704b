using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary>
/// A field of whole numbers compared with a number between two of them, or beyond all of them: <c>r.Rating >= 3.5</c> is <c>r.Rating >= 4</c>, and
/// <c>r.Rating == 3.5</c> never holds.
/// </summary>
internal static class WholeNumberRuling
{
    /// <summary>The condition, or null where the number is a whole one.</summary>
    internal static Condition? Read(RequestDraft draft, MemberPath path, ComparisonKind kind, FilterFacts filter, ValueTerm value, Site site)
    {
        if (filter.Kind != ValueKind.Integer || !value.IsKnown || WholeNumber.Of(value.Value) is not { IsNone: true } number)
            return null;
        ValueRuling.Slot(draft, filter, value.Value, value.Slot);
        if (kind == ComparisonKind.Equal)
            return new Constant(false, site);
        bool wantsGreater = kind is ComparisonKind.GreaterThan or ComparisonKind.GreaterOrEqual;
        if (number.Beyond != 0)
            return number.Beyond > 0 == wantsGreater ? new Constant(false, site) : NullRuling.Tested(draft, path, true, site);

        // Both neighbours say the same, so the one serves whose operator the field lists.
        (FilterOperator including, FilterOperator excluding) = wantsGreater
            ? (FilterOperator.GreaterOrEqual, FilterOperator.GreaterThan)
            : (FilterOperator.LessOrEqual, FilterOperator.LessThan);
        FilterOperator wanted = filter.Lists(including) ? including : excluding;
        if (!FieldRuling.Allows(draft, filter, wanted, site))
            return new Refused(site);
        long neighbour = wantsGreater == (wanted == including) ? number.Floor + 1 : number.Floor;
        return FieldRuling.Leaf(draft, path, filter, wanted, new NumberValue(neighbour.ToString(CultureInfo.InvariantCulture)), site);
    }
}
