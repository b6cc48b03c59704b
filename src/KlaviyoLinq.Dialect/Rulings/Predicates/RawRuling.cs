using System.Collections;
using System.Text;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary><c>WhereUnchecked</c>: the words are the author's, the values are written here, so that none can end its literal.</summary>
internal static class RawRuling
{
    private static readonly FilterFacts _anything = new("a value", ValueKind.Any, OperatorFlags.All);

    internal static void Apply(RequestDraft draft, RawStage raw)
    {
        object[] literals = new object[raw.Values.Count];
        for (int i = 0; i < literals.Length; i++)
        {
            if (Literal(draft, raw.Values[i], raw.Site) is not { } value)
                return;
            StringBuilder text = new();
            LiteralWriter.Write(text, value);
            literals[i] = text.ToString();
        }

        string filter = string.Format(System.Globalization.CultureInfo.InvariantCulture, raw.Format, literals);
        draft.MarkUnchecked(filter);
        draft.Conditions.Add(new Raw(new RawFilter(filter), raw.Site));
    }

    private static FilterValue? Literal(RequestDraft draft, ValueTerm value, Site site)
    {
        if (value.Value is null or string || value.Value is not IEnumerable items)
            return value is { IsKnown: true, Value: null } ? new NullValue() : ValueRuling.Read(draft, _anything, value, site);
        List<FilterValue> values = [];
        foreach (object? item in items)
        {
            if (ValueRuling.ReadItem(draft, _anything, item, site) is not { } literal)
                return null;
            values.Add(literal);
        }

        return new ListValue(values);
    }
}
