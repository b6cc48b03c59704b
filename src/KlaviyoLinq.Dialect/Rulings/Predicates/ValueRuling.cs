using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wire;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary>Decides whether a value can be sent for a field, and as which literal.</summary>
internal static class ValueRuling
{
    /// <summary>The literal for a value, or null with a finding.</summary>
    internal static FilterValue? Read(RequestDraft draft, FilterFacts filter, ValueTerm term, Site site) =>
        !term.IsKnown ? new PendingValue()
        : Literal(draft, filter, term.Value, site) is { } literal ? literal with { Slot = Slot(draft, filter, term.Value, term.Slot) }
        : null;

    /// <summary>The number of a captured value that its literal stands for; null where the request depends on the value itself.</summary>
    internal static int? Slot(RequestDraft draft, FilterFacts filter, object? value, int? slot)
    {
        bool decides = filter.Kind switch
        {
            ValueKind.String => filter.Values.Count > 0 || filter.Spellings.Count > 0,
            ValueKind.Integer => value is double or float or decimal,
            _ => false,
        };
        if (decides && slot is { } number)
            draft.Decisive.Add(number);
        return decides ? null : slot;
    }

    /// <summary>The literal for a value where null has no meaning, or null with a finding.</summary>
    internal static FilterValue? ReadNotNull(RequestDraft draft, FilterFacts filter, ValueTerm term, Site site)
    {
        if (term is not { IsKnown: true, Value: null })
            return Read(draft, filter, term, site);
        draft.Refuse(KlaviyoFindingCode.NullNotSupported, site, "The string to look for is null.", "Pass a string.");
        return null;
    }

    /// <summary>The literal for one element of a list, or null with a finding.</summary>
    internal static FilterValue? ReadItem(RequestDraft draft, FilterFacts filter, object? item, Site site)
    {
        if (item is not null)
            return Literal(draft, filter, item, site);
        draft.Refuse(
            KlaviyoFindingCode.NullInList,
            site,
            $"The list holds null, and {Naming.Operation(draft.Operation)} cannot compare {filter.Field} with null.",
            "Leave null out of the list.");
        return null;
    }

    private static FilterValue? Literal(RequestDraft draft, FilterFacts filter, object? value, Site site) => (filter.Kind, value) switch
    {
        (ValueKind.String or ValueKind.Any, string text) => Text(draft, filter, text, site),
        (ValueKind.Boolean or ValueKind.Any, bool flag) => new BooleanValue(flag),
        (ValueKind.DateTime or ValueKind.Any, DateTimeOffset moment) => new DateTimeValue(moment),
        (ValueKind.DateTime or ValueKind.Any, DateTime moment) => Moment(draft, filter, moment, site),
        (ValueKind.Integer, double or float or decimal) when IsFinite(value) => Whole(draft, filter, value, site),
        (ValueKind.Integer or ValueKind.Number or ValueKind.Any, double or float) =>
            Real(draft, filter, Convert.ToDouble(value, CultureInfo.InvariantCulture), site),
        (ValueKind.Integer or ValueKind.Number or ValueKind.Any, decimal number) => new NumberValue(number.ToString(CultureInfo.InvariantCulture)),
        (ValueKind.Integer or ValueKind.Number or ValueKind.Any, sbyte or byte or short or ushort or int or uint or long or ulong) =>
            new NumberValue(Convert.ToString(value, CultureInfo.InvariantCulture)!),
        _ => Mismatch(draft, filter, value, site),
    };

    private static StringValue? Text(RequestDraft draft, FilterFacts filter, string text, Site site)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
                continue;
            }

            draft.Refuse(
                KlaviyoFindingCode.LoneSurrogate,
                site,
                string.Format(
                    CultureInfo.InvariantCulture,
                    "The string compared with {0} holds half of a surrogate pair (U+{1:X4} at index {2}), which cannot be sent as UTF-8.",
                    filter.Field,
                    (int)text[i],
                    i),
                "Cut strings between text elements (StringInfo), never inside a surrogate pair.");
            return null;
        }

        return EnumerationRuling.Allows(draft, filter, text, site) ? new StringValue(text) : null;
    }

    private static DateTimeValue? Moment(RequestDraft draft, FilterFacts filter, DateTime moment, Site site)
    {
        if (moment.Kind != DateTimeKind.Unspecified)
            return new DateTimeValue(new DateTimeOffset(moment));
        draft.Refuse(
            KlaviyoFindingCode.UnspecifiedDateTime,
            site,
            $"The DateTime compared with {filter.Field} has DateTimeKind.Unspecified: it could mean the local time or UTC.",
            "Use a DateTimeOffset, or set the kind: DateTime.SpecifyKind(value, DateTimeKind.Utc).");
        return null;
    }

    private static bool IsFinite(object value) =>
        value is not (double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity);

    private static NumberValue? Whole(RequestDraft draft, FilterFacts filter, object value, Site site)
    {
        if (WholeNumber.Of(value) is { IsNone: false } number)
            return new NumberValue(number.Floor.ToString(CultureInfo.InvariantCulture));
        draft.Refuse(
            KlaviyoFindingCode.ValueKindMismatch,
            site,
            $"{filter.Field} holds whole numbers, and a {value.GetType().Name} of this size cannot represent each of them.",
            "Compare it with a long or a decimal.");
        return null;
    }

    private static NumberValue? Real(RequestDraft draft, FilterFacts filter, double number, Site site)
    {
        if (!double.IsNaN(number) && !double.IsInfinity(number))
            return new NumberValue(Digits.Of(number));
        draft.Refuse(
            KlaviyoFindingCode.NumberNotFinite,
            site,
            $"The number compared with {filter.Field} is {number.ToString(CultureInfo.InvariantCulture)}, which no filter can express.",
            "Compare with a finite number.");
        return null;
    }

    private static FilterValue? Mismatch(RequestDraft draft, FilterFacts filter, object? value, Site site)
    {
        draft.Refuse(
            KlaviyoFindingCode.ValueKindMismatch,
            site,
            $"{filter.Field} is compared with {(value is null ? "null" : $"a value of type {value.GetType().Name}")}, but at {Naming.Operation(draft.Operation)} it holds {Expected(filter.Kind)}.",
            $"Compare it with {Expected(filter.Kind)}{(filter.Kind == ValueKind.String && value is not null ? ": value.ToString()" : "")}.");
        return null;
    }

    private static string Expected(ValueKind kind) => kind switch
    {
        ValueKind.String => "a string",
        ValueKind.Boolean => "a Boolean",
        ValueKind.Integer => "a whole number",
        ValueKind.Number => "a number",
        ValueKind.DateTime => "a date-time (DateTimeOffset, or DateTime with a kind)",
        ValueKind.Any => "a string, a Boolean, a number or a date-time",
        _ => "no value: only its presence can be tested",
    };
}
