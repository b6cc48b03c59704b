using System.Text.Json;
using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Documents;

/// <summary>Shows a resource whole: everything but what is hidden, and every relationship's identifiers.</summary>
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
        json.Write("}}"u8);
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
        ResourceWriter.WriteIdentifiers(json, relationship, resource.Related(relationship));
        json.Write((byte)'}');
    }
}
