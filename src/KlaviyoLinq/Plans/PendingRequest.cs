using KlaviyoLinq.Parsing.Capturing;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Plans;

/// <summary>
/// A request without its captured values. The literals that spell one become pending, as they are for a witness without values, and their slots are
/// recorded in the order of the URL.
/// </summary>
/// <param name="values">The captured values by their numbers.</param>
internal sealed class PendingRequest(IReadOnlyList<CapturedValue> values)
{
    private readonly List<TemplateSlot> _slots = [];
    private int _alternatives;

    /// <summary>The places of the captured values, in the order in which they are written.</summary>
    internal IReadOnlyList<TemplateSlot> Slots => _slots;

    /// <summary>Indicates whether alternatives were merged into one list, so that a value may be missing because it equalled another.</summary>
    internal bool HasAlternatives { get; private set; }

    /// <summary>The request without captured values, or null where it holds one that cannot be taken out.</summary>
    internal KlaviyoRequest? Of(KlaviyoRequest request)
    {
        if (request.Branches.Count > 0 || request.HeaderFilter is not null)
            return null;
        KlaviyoRequest pending = request with { Id = Id(request.Id) };
        if (request.Filter is null)
            return pending;
        return Of(request.Filter) is { } filter ? pending with { Filter = filter } : null;
    }

    private FilterValue? Id(FilterValue? id)
    {
        if (id?.Slot is not { } slot)
            return id;
        _slots.Add(new TemplateSlot(slot, SlotKind.Path, 0));
        return new StringValue(UriTemplate.Pending);
    }

    private Filter? Of(Filter filter) => filter switch
    {
        ComparisonFilter { Value: null } => filter,
        ComparisonFilter comparison => Of(comparison.Value!) is { } value ? comparison with { Value = value } : null,
        NotFilter not => Of(not.Operand) is ComparisonFilter operand ? new NotFilter(operand) : null,
        AndFilter and => Of(and.Operands) is { } operands ? and with { Operands = operands } : null,
        OrFilter or => Of(or.Operands) is { } operands ? new OrFilter(operands) : null,
        _ => null,
    };

    private Filter[]? Of(IReadOnlyList<Filter> filters)
    {
        Filter[] pending = new Filter[filters.Count];
        for (int i = 0; i < pending.Length; i++)
        {
            if (Of(filters[i]) is not { } filter)
                return null;
            pending[i] = filter;
        }

        return pending;
    }

    private FilterValue? Of(FilterValue value)
    {
        if (value.Slot is { } slot)
        {
            _slots.Add(
                new TemplateSlot(
                    slot, value is ListValue ? SlotKind.List : CapturedLists.IsList(values[slot].Value) ? SlotKind.OnlyItem : SlotKind.Literal, 0));
            return new PendingValue();
        }

        return value is ListValue list ? Of(list) : value;
    }

    // Alternatives that were merged into one list. Only strings are compared here as the judge compares them.
    private ListValue? Of(ListValue list)
    {
        HasAlternatives = true;
        _alternatives++;
        FilterValue[] items = new FilterValue[list.Items.Count];
        for (int i = 0; i < items.Length; i++)
        {
            if (list.Items[i] is not StringValue { Slot: { } slot } || values[slot].Value is not string)
                return null;
            _slots.Add(new TemplateSlot(slot, SlotKind.Literal, _alternatives));
            items[i] = new PendingValue();
        }

        return new ListValue(items);
    }
}
