using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings.Grammars;
using KlaviyoLinq.Rulings.Routes;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Plans;

/// <summary>The URL of a request with slots for the captured values; the text between them is written once.</summary>
internal sealed class UriTemplate
{
    /// <summary>The text of a pending literal.</summary>
    internal const string Pending = "…";

    private const string Encoded = "%E2%80%A6";

    private readonly string[] _texts;
    private readonly TemplateSlot[] _slots;
    private readonly bool _hasFilter;

    private UriTemplate(string[] texts, IReadOnlyList<TemplateSlot> slots, bool hasFilter) => (_texts, _slots, _hasFilter) = (texts, [.. slots], hasFilter);

    /// <summary>The places, in the order in which they are written.</summary>
    internal ReadOnlySpan<TemplateSlot> Slots => _slots;

    /// <summary>The template of a request whose captured values are pending, or null where they cannot be distinguished from the rest.</summary>
    internal static UriTemplate? Of(KlaviyoRequest pending, IReadOnlyList<TemplateSlot> slots)
    {
        string[] texts = RequestWriter.Write(pending).Split(Encoded);
        return texts.Length == slots.Count + 1 ? new UriTemplate(texts, slots, pending.Filter is not null) : null;
    }

    /// <summary>Writes the URL for the given values; null where the judge would refuse one of them.</summary>
    /// <param name="prefix">What stands before the path.</param>
    /// <param name="values">The values by their numbers.</param>
    internal string? Write(string prefix, ReadOnlySpan<object?> values)
    {
        UriWriter writer = new(stackalloc char[512]);
        try
        {
            writer.Append(prefix);
            for (int i = 0; i < _slots.Length; i++)
            {
                writer.Append(_texts[i]);
                if (!TryWrite(ref writer, _slots[i], values[_slots[i].Step]) || !DiffersFromOthers(i, values))
                    return null;
            }

            writer.Append(_texts[^1]);
            return _hasFilter && writer.Length - prefix.Length > BranchRuling.MaximumLength ? null : writer.ToString();
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static bool TryWrite(ref UriWriter writer, TemplateSlot slot, object? value)
    {
        switch (slot.Kind)
        {
            case SlotKind.Literal:
                return writer.TryAppendLiteral(value);
            case SlotKind.Path:
                return value is string id && KeyRuling.IsSendable(id) && writer.TryAppendEscaped(id);
            case SlotKind.OnlyItem:
                return CapturedLists.Items(value) is [var only] && writer.TryAppendLiteral(only);
            default:
                return CapturedLists.Items(value) is { Count: > 1 } items && writer.TryAppendList(items, BranchRuling.MaximumLength);
        }
    }

    // Equal alternatives would have become one.
    private bool DiffersFromOthers(int index, ReadOnlySpan<object?> values)
    {
        if (_slots[index].Alternatives == 0)
            return true;
        for (int i = index - 1; i >= 0 && _slots[i].Alternatives == _slots[index].Alternatives; i--)
            if (Equals(values[_slots[i].Step], values[_slots[index].Step]))
                return false;
        return true;
    }
}
