namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Types of which new resources have attributes with a fixed value.</summary>
/// <param name="values">The attributes and their values, where the body gives none.</param>
internal sealed class DraftKind(params (string Attribute, Func<System.Text.Json.Nodes.JsonNode> Value)[] values) : ResourceKind
{
    internal override void Complete(WriteCall call, BodyResource body, ResourceEdit edit)
    {
        foreach ((string attribute, Func<System.Text.Json.Nodes.JsonNode> value) in values)
            if (!body.Attributes.TryGetProperty(attribute, out _))
                edit.Set(attribute, value());
    }
}
