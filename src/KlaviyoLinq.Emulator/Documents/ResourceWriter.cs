using System.Buffers;
using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Documents;

/// <summary>Writes resources by their plans.</summary>
internal static class ResourceWriter
{
    private static readonly SearchValues<char> PathCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~$:@!*+=,;()");

    internal static void Write(PageBuffer to, in Row row, ResourcePlan plan)
    {
        string id = row.Resource.Id;
        string? pathId = null;
        foreach (PlanPiece piece in plan.Pieces)
        {
            to.Write(piece.Text);
            switch (piece.Gap)
            {
                case PlanGap.Id:
                    to.WriteString(id);
                    break;
                case PlanGap.PathId:
                    to.Write(pathId ??= PathId(id));
                    break;
                case PlanGap.Attributes:
                    plan.Attributes!.Write(to, row);
                    break;
                case PlanGap.Identifiers:
                    WriteIdentifiers(to, piece.Relationship!, row.Resource.Related(piece.Relationship!));
                    break;
            }
        }
    }

    internal static void WriteIdentifiers(PageBuffer to, RelationshipLayout relationship, Identifiers identifiers)
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
    internal static string PathId(string id) => id.AsSpan().ContainsAnyExcept(PathCharacters) ? Uri.EscapeDataString(id) : id;

    private static void WriteIdentifier(PageBuffer to, string type, string id)
    {
        to.Write("{\"type\":\""u8);
        to.Write(type);
        to.Write("\",\"id\":"u8);
        to.WriteString(id);
        to.Write((byte)'}');
    }
}
