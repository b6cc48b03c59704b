using System.Text.Json;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>
/// Row whose command is running. Afterwards what was sent counts as saved, and what the program has assigned since the body was written still counts as
/// assigned. It is made just before the body is written.
/// </summary>
internal sealed class RunningRow
{
    private readonly KlaviyoResource _row;
    private readonly CommandDraft _draft;
    private readonly KlaviyoMap? _map;
    private readonly SentEdits? _edits;

    /// <param name="row">The row.</param>
    /// <param name="draft">Writes its body.</param>
    internal RunningRow(KlaviyoResource row, CommandDraft draft)
    {
        (_row, _draft, _map) = (row, draft, row.PatchedProperties);
        _edits = _map?.Snapshot();
    }

    /// <summary>Accepts what was sent.</summary>
    /// <param name="sent">The body.</param>
    internal void Accept(byte[] sent)
    {
        byte[]? now = CommandPreparation.Write(_draft).Document;
        if (now is null || now.AsSpan().SequenceEqual(sent))
        {
            _row.AcceptChanges();
            return;
        }

        // The edits of another map that was assigned since are all unsaved.
        KlaviyoMap? map = _row.PatchedProperties;
        MapEdits? edits = map?.EditsSince(ReferenceEquals(map, _map) ? _edits : null);
        _row.AcceptChanges(AssignedSince(sent, now, ReferenceEquals(map, _map)));
        map?.Resume(edits);
    }

    private ulong AssignedSince(byte[] sent, byte[] now, bool hasSameMap)
    {
        ulong since = 0;
        JsonElement before = JsonElement.Parse(sent).GetProperty("data"u8);
        JsonElement after = JsonElement.Parse(now).GetProperty("data"u8);
        for (int place = 0; place < _row.Names!.Count; place++)
        {
            string name = _row.Names.NameOf(place);
            bool isPatched = hasSameMap && _map is not null && name == "properties";
            if ((_row.Changed & (1UL << place)) != 0 && !isPatched && !(AreEqual("attributes") && AreEqual("relationships")))
                since |= 1UL << place;

            bool AreEqual(string part) => (Find(before, part, name), Find(after, part, name)) switch
            {
                ({ } one, { } other) => JsonElement.DeepEquals(one, other),
                (null, null) => true,
                _ => false,
            };
        }

        return since;
    }

    private static JsonElement? Find(JsonElement data, string part, string name) =>
        data.TryGetProperty(part, out JsonElement members) && members.TryGetProperty(name, out JsonElement value) ? value : null;
}
