using System.Buffers;
using System.Text;
using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Documents;

/// <summary>Writes resources by their plans.</summary>
internal static class ResourceWriter
{
    private static readonly SearchValues<char> _pathCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~$:@!*+=,;()");

    internal static void Write(PageBuffer to, in Row row, ResourcePlan plan)
    {
        // The id is written up to a dozen times for one resource; it is encoded once.
        string id = row.Resource.Id;
        Span<byte> space = stackalloc byte[128];
        ReadOnlySpan<byte> inJson = Utf8(id, space[..64], JsonText.Escaped);
        ReadOnlySpan<byte> inPath = id.AsSpan().ContainsAnyExcept(_pathCharacters) ? Utf8(id, space[64..], PathId) : inJson;
        foreach (PlanPiece piece in plan.Pieces)
        {
            piece.Run.Write(to, inJson, inPath);
            switch (piece.Gap)
            {
                case PlanGap.Attributes:
                    plan.Attributes!.Write(to, row);
                    break;
                case PlanGap.Identifiers:
                    WriteIdentifiers(to, piece.Relationship!, row.Resource.Related(piece.Relationship!));
                    break;
            }
        }
    }

    private static void WriteIdentifiers(PageBuffer to, RelationshipLayout relationship, Identifiers identifiers)
    {
        if (!relationship.ToMany)
        {
            if (identifiers.Count == 0)
                to.Write("null"u8);
            else
                WriteIdentifier(to, relationship.ResourceType, identifiers[0]);
            return;
        }
        to.Write((byte)'[');
        for (int i = 0; i < identifiers.Count; i++)
        {
            if (i > 0)
                to.Write((byte)',');
            WriteIdentifier(to, relationship.ResourceType, identifiers[i]);
        }
        to.Write((byte)']');
    }

    /// <summary>An id as it stands in a path: Klaviyo leaves <c>$custom:::$default:::SKU</c> as it is.</summary>
    internal static string PathId(string id) => id.AsSpan().ContainsAnyExcept(_pathCharacters) ? Uri.EscapeDataString(id) : id;

    /// <summary>Writes an id in UTF-8, into the given buffer if it fits, and into a new one otherwise.</summary>
    private static ReadOnlySpan<byte> Utf8(string id, Span<byte> space, Func<string, string> spell)
    {
        string written = spell(id);
        return Encoding.UTF8.TryGetBytes(written, space, out int length) ? space[..length] : Encoding.UTF8.GetBytes(written);
    }

    private static void WriteIdentifier(PageBuffer to, string type, string id)
    {
        to.Write("{\"type\":\""u8);
        to.Write(type);
        to.Write("\",\"id\":"u8);
        to.WriteString(id);
        to.Write((byte)'}');
    }
}
