using System.Globalization;
using KlaviyoLinq.Parsing.Capturing;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Plans;

/// <summary>Puts captured values into a request in which they are pending, in the order in which they were taken out.</summary>
internal ref struct FilledRequest
{
    private readonly ReadOnlySpan<TemplateSlot> _slots;
    private readonly ReadOnlySpan<object?> _values;
    private int _next;

    private FilledRequest(ReadOnlySpan<TemplateSlot> slots, ReadOnlySpan<object?> values)
    {
        _slots = slots;
        _values = values;
    }

    /// <param name="pending">The request without values.</param>
    /// <param name="slots">The places of the values.</param>
    /// <param name="values">The values; an address has been written of them, so each can be sent.</param>
    internal static KlaviyoRequest Of(KlaviyoRequest pending, ReadOnlySpan<TemplateSlot> slots, ReadOnlySpan<object?> values)
    {
        if (slots.IsEmpty)
            return pending;
        FilledRequest filled = new(slots, values);
        FilterValue? id = slots[0].Kind == SlotKind.Path ? filled.Next() : pending.Id;
        return pending with { Id = id, Filter = pending.Filter is { } filter ? filled.Fill(filter) : null };
    }

    private Filter Fill(Filter filter)
    {
        switch (filter)
        {
            case ComparisonFilter { Value: { } value } comparison:
                return Fill(value) is var literal && literal == (object)value ? comparison : comparison with { Value = literal };
            case NotFilter not:
                return new NotFilter((ComparisonFilter)Fill(not.Operand));
            case AndFilter and:
                return and with { Operands = Fill(and.Operands) };
            case OrFilter or:
                return new OrFilter(Fill(or.Operands));
            default:
                return filter;
        }
    }

    private Filter[] Fill(IReadOnlyList<Filter> filters)
    {
        Filter[] filled = new Filter[filters.Count];
        for (int i = 0; i < filled.Length; i++)
            filled[i] = Fill(filters[i]);
        return filled;
    }

    private FilterValue Fill(FilterValue value)
    {
        if (value is PendingValue)
            return Next();
        if (value is not ListValue list)
            return value;
        FilterValue[] items = new FilterValue[list.Items.Count];
        for (int i = 0; i < items.Length; i++)
            items[i] = Fill(list.Items[i]);
        return new ListValue(items);
    }

    private FilterValue Next()
    {
        TemplateSlot slot = _slots[_next++];
        object? value = _values[slot.Step];
        return slot.Kind switch
        {
            SlotKind.List => new ListValue([.. CapturedLists.Items(value)!.Select(item => new StringValue(item))]),
            SlotKind.OnlyItem => new StringValue(CapturedLists.Items(value)![0]),
            _ => Literal(value),
        };
    }

    // As the judge reads them, for values of which nothing is wrong.
    private static FilterValue Literal(object? value) => Evaluator.Plain(value) switch
    {
        string text => new StringValue(text),
        bool flag => new BooleanValue(flag),
        DateTimeOffset moment => new DateTimeValue(moment),
        DateTime moment => new DateTimeValue(new DateTimeOffset(moment)),
        double or float => new NumberValue(Digits.Of(Convert.ToDouble(value, CultureInfo.InvariantCulture))),
        _ => new NumberValue(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };
}
