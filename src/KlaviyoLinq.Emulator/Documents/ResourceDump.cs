using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Documents;

/// <summary>Shows a resource whole, in the form in which it can be added to another account: also what no document of Klaviyo's shows.</summary>
internal static class ResourceDump
{
    internal static JsonElement Of(StoredResource resource)
    {
        using PageBuffer json = new();
        json.Write("{\"type\":"u8);
        json.WriteString(resource.Layout.Type);
        json.Write(",\"id\":"u8);
        json.WriteString(resource.Id);
        json.Write((byte)',');
        WriteMembers(json, resource);
        json.Write(",\"relationships\":{"u8);
        foreach (RelationshipLayout relationship in resource.Layout.Relationships)
            WriteRelationship(json, resource, relationship);
        json.Write("}}"u8);
        return JsonElement.Parse(json.Written.Span);
    }

    /// <summary>Writes a resource without its relationships as JSON: <c>attributes</c>, and <c>hidden</c> where there are hidden members.</summary>
    internal static byte[] MembersOf(StoredResource resource)
    {
        using PageBuffer json = new();
        json.Write((byte)'{');
        WriteMembers(json, resource);
        json.Write((byte)'}');
        return json.Written.ToArray();
    }

    private static void WriteMembers(PageBuffer json, StoredResource resource)
    {
        json.Write("\"attributes\":"u8);
        json.Write(resource.AlwaysText[..^1]);
        WriteMembers(json, resource, MemberPlace.OnDemand);
        json.Write((byte)'}');
        if (resource.Layout.Members.All(m => m.Place != MemberPlace.Hidden))
            return;
        json.Write(",\"hidden\":{"u8);
        WriteMembers(json, resource, MemberPlace.Hidden);
        json.Write((byte)'}');
    }

    private static void WriteMembers(PageBuffer json, StoredResource resource, MemberPlace place)
    {
        foreach (LayoutMember member in resource.Layout.Members)
        {
            ReadOnlySpan<byte> value = resource.Value(member);
            if (member.Place != place || value.IsEmpty)
                continue;
            json.Write(json.Last == '{' ? "\""u8 : ",\""u8);
            json.Write(member.EncodedName.EncodedUtf8Bytes);
            json.Write("\":"u8);
            json.Write(value);
        }
    }

    private static void WriteRelationship(PageBuffer json, StoredResource resource, RelationshipLayout relationship)
    {
        if (json.Last != '{')
            json.Write((byte)',');
        json.WriteString(relationship.Name);
        json.Write(":{\"data\":"u8);
        Identifiers identifiers = resource.Related(relationship);
        if (!relationship.ToMany && identifiers.Count == 0)
            json.Write("null"u8);
        else if (!relationship.ToMany)
            WriteIdentifier(json, relationship, identifiers, 0);
        else
            WriteIdentifiers(json, relationship, identifiers);
        json.Write((byte)'}');
    }

    private static void WriteIdentifiers(PageBuffer json, RelationshipLayout relationship, Identifiers identifiers)
    {
        json.Write((byte)'[');
        for (int i = 0; i < identifiers.Count; i++)
        {
            if (i > 0)
                json.Write((byte)',');
            WriteIdentifier(json, relationship, identifiers, i);
        }
        json.Write((byte)']');
    }

    private static void WriteIdentifier(PageBuffer json, RelationshipLayout relationship, Identifiers identifiers, int index)
    {
        json.Write("{\"type\":"u8);
        json.WriteString(relationship.ResourceType);
        json.Write(",\"id\":"u8);
        json.WriteString(identifiers[index]);
        if (identifiers.StampAt(index) is not 0 and long joined)
        {
            json.Write(",\"meta\":{\"joined_group_at\":"u8);
            json.WriteString(new DateTime(joined, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture));
            json.Write((byte)'}');
        }
        json.Write((byte)'}');
    }
}
