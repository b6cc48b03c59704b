using System.Text.Json.Nodes;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Values of attributes that a new resource has without being given them.</summary>
internal static class DefaultValues
{
    /// <summary>Sets every attribute of the type that can be null or is a scalar.</summary>
    internal static void Set(ResourceEdit edit, ResourceFacts facts, DateTimeOffset now)
    {
        edit.SetHidden("created", Instants.Text(now));
        edit.SetHidden("updated", Instants.Text(now));
        foreach (AttributeFacts attribute in facts.Attributes)
            if (attribute.Name is "profile_count" or "joined_group_at")
                continue;
            else if (attribute.Name is "created" or "updated" or "created_at" or "updated_at")
                edit.Stamp(attribute.Name, now);
            else if (attribute.Nullable)
                edit.Set(attribute.Name, null);
            else if (Of(attribute) is { } value)
                edit.Set(attribute.Name, value);
    }

    /// <returns>Null where the attribute stays absent.</returns>
    private static JsonNode? Of(AttributeFacts attribute) => attribute switch
    {
        { IsArray: true } => new JsonArray(),
        { Kind: AttributeKind.Boolean } => false,
        { Kind: AttributeKind.Integer or AttributeKind.Number } => 0,
        { Kind: AttributeKind.String, Required: true } => attribute.Values.Count > 0 ? attribute.Values[0] : "",
        { Kind: AttributeKind.Map } => new JsonObject(),
        _ => null,
    };
}
