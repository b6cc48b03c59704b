using System.Text.Json;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Campaigns: drafts at first, created together with their messages.</summary>
internal sealed class CampaignKind : ResourceKind
{
    private const string Messages = "campaign-messages";
    private const string Parameters = "custom_tracking_params";

    private static readonly string[] _required = ["utm_source", "utm_medium"];

    internal override ApiError? CheckCreation(WriteCall call, BodyResource body) => CheckTracking(call, body);

    internal override ApiError? CheckUpdate(WriteCall call, BodyResource body, StoredResource resource) => CheckTracking(call, body);

    internal override void Complete(WriteCall call, BodyResource body, ResourceEdit edit) => edit.Set("status", "Draft");

    internal override void Created(WriteCall call, BodyResource body, StoredResource resource)
    {
        foreach (JsonElement message in body.Attributes.GetProperty(Messages).GetProperty("data").EnumerateArray())
        {
            StoredResource created = ResourceWrites.Add(call, "campaign-message", new BodyResource(message));
            Relations.Add(call.Store, resource, resource.Layout.FindRelationship(Messages)!, created.Id);
        }
    }

    /// <summary>The live API takes parameters of links only if two are among them.</summary>
    private static ApiError? CheckTracking(WriteCall call, BodyResource body)
    {
        if (!call.LiveRules || !body.Attributes.TryGetProperty("tracking_options", out JsonElement options) || options.ValueKind != JsonValueKind.Object
            || !options.TryGetProperty(Parameters, out JsonElement parameters) || parameters.ValueKind != JsonValueKind.Array)
            return null;
        string?[] names = [.. parameters.EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString())];
        return _required.FirstOrDefault(name => !names.Contains(name)) is { } missing
            ? BodyFault.At("/data/attributes/tracking_options/" + Parameters, $"The parameters must include {missing}.")
            : null;
    }
}
