using System.Text.Json;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Webhooks: enabled at first. The live API masks the path of the endpoint, and ignores a description of null.</summary>
internal sealed class WebhookKind : ResourceKind
{
    internal override void Complete(WriteCall call, BodyResource body, ResourceEdit edit) => edit.Set("enabled", true);

    internal override void Apply(WriteCall call, BodyResource body, ResourceEdit edit)
    {
        foreach (JsonProperty attribute in body.Attributes.EnumerateObject())
            if (call.LiveRules && attribute is { Name: "endpoint_url", Value.ValueKind: JsonValueKind.String })
                edit.Set(attribute.Name, Masked(attribute.Value.GetString()!));
            else if (!call.LiveRules || attribute is not { Name: "description", Value.ValueKind: JsonValueKind.Null } || call.Id is null)
                edit.Set(attribute.Name, attribute.Value);
    }

    private static string Masked(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) ? address.GetLeftPart(UriPartial.Authority) + "/*****" : "*****";
}
