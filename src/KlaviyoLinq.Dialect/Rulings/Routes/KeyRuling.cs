using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Routes;

/// <summary>Decides whether an id can be a path segment. Percent-encoding makes a segment of any text, with the exceptions below.</summary>
internal static class KeyRuling
{
    internal static void Apply(RequestDraft draft, ResourceKey? key)
    {
        if (key is null)
            return;
        if (!key.Value.IsKnown)
            draft.Id = new PendingValue();
        else if (key.Value.Value is string id && Fault(id) is not { } fault)
            draft.Id = new StringValue(id) { Slot = key.Value.Slot };
        else
            draft.Refuse(
                KlaviyoFindingCode.IdNotSendable,
                key.Site,
                $"{Naming.Operation(draft.Operation)} requires an id, and {Fault(key.Value.Value as string)}.",
                "Pass the id as Klaviyo returned it.");
    }

    /// <summary>Returns true when an id can be a path segment.</summary>
    internal static bool IsSendable(string id) => Fault(id) is null;

    /// <summary>The reason why an id cannot be a path segment: a client or proxy may drop an empty one and resolve one or two dots.</summary>
    internal static string? Fault(string? id) => id switch
    {
        null => "this one is null",
        "" => "this one is empty",
        "." or ".." => $"'{id}' would be another path",
        _ when HasLoneSurrogate(id) => "this one holds half of a surrogate pair, which cannot be sent as UTF-8",
        _ => null,
    };

    private static bool HasLoneSurrogate(string id)
    {
        for (int i = 0; i < id.Length; i++)
        {
            if (!char.IsSurrogate(id[i]))
                continue;
            if (i + 1 == id.Length || !char.IsSurrogatePair(id[i], id[i + 1]))
                return true;
            i++;
        }

        return false;
    }
}
