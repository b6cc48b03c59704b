using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Documents;

/// <summary>Shows a resource whole: every attribute, every relationship's identifiers, and what is hidden; in the form in which resources are taken in.</summary>
internal static class ResourceDump
{
    internal static JsonElement Of(StoredResource resource)
    {
        using PageBuffer json = new();
        json.Write("{\"type\":"u8);
        json.WriteString(resource.Layout.Type);
        json.Write(",\"id\":"u8);
        json.WriteString(resource.Id);
        json.Write(",\"attributes\":"u8);
        json.Write(resource.AlwaysText[..^1]);
        foreach (LayoutMember member in resource.Layout.Members.Where(m => m.Place == MemberPlace.OnDemand))
            WriteMember(json, resource, member);
        json.Write("},\"relationships\":{"u8);
        foreach (RelationshipLayout relationship in resource.Layout.Relationships)
            WriteRelationship(json, resource, relationship);
        json.Write((byte)'}');
        WriteHidden(json, resource);
        json.Write((byte)'}');
        return JsonElement.Parse(json.Written.Span);
    }

    private static void WriteMember(PageBuffer json, StoredResource resource, LayoutMember member)
    {
        ReadOnlySpan<byte> value = resource.Value(member);
        if (value.IsEmpty)
            return;
        json.Write(json.Last == '{' ? "\""u8 : ",\""u8);
        json.Write(member.EncodedName.EncodedUtf8Bytes);
        json.Write("\":"u8);
        json.Write(value);
    }

    private static void WriteRelationship(PageBuffer json, StoredResource resource, RelationshipLayout relationship)
    {
        if (json.Last != '{')
            json.Write((byte)',');
        json.WriteString(relationship.Name);
        json.Write(":{\"data\":"u8);
        Identifiers identifiers = resource.Related(relationship);
        if (identifiers.Count > 0 && identifiers.StampAt(0) > 0)
            WriteStamped(json, relationship, identifiers);
        else
            ResourceWriter.WriteIdentifiers(json, relationship, identifiers);
        json.Write((byte)'}');
    }

    /// <summary>Identifiers that tell when their resources joined.</summary>
    private static void WriteStamped(PageBuffer json, RelationshipLayout relationship, Identifiers identifiers)
    {
        for (int i = 0; i < identifiers.Count; i++)
        {
            json.Write(i == 0 ? "["u8 : ","u8);
            json.Write("{\"type\":"u8);
            json.WriteString(relationship.ResourceType);
            json.Write(",\"id\":"u8);
            json.WriteString(identifiers[i]);
            json.Write(",\"meta\":{\"joined_group_at\":"u8);
            json.WriteString(new DateTime(identifiers.StampAt(i), DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture));
            json.Write("}}"u8);
        }
        json.Write((byte)']');
    }

    private static void WriteHidden(PageBuffer json, StoredResource resource)
    {
        if (!resource.Layout.Members.Any(m => m.Place == MemberPlace.Hidden && !resource.Value(m).IsEmpty))
            return;
        json.Write(",\"hidden\":{"u8);
        foreach (LayoutMember member in resource.Layout.Members.Where(m => m.Place == MemberPlace.Hidden))
            WriteMember(json, resource, member);
        json.Write((byte)'}');
    }
}
