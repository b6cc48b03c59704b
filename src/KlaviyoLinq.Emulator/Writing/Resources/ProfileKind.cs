using System.Text.Json;
using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Profiles: three identifiers, each of one profile alone; custom properties that merge by key.</summary>
internal sealed class ProfileKind : ResourceKind
{
    private const string Properties = "properties";

    /// <summary>The identifier of a visitor. No answer shows it.</summary>
    internal const string AnonymousId = "anonymous_id";

    /// <summary>The identifiers that answers show.</summary>
    internal static readonly string[] Identifiers = ["email", "phone_number", "external_id"];

    internal override ApiError? CheckCreation(WriteCall call, BodyResource body) =>
        Identifiers.All(identifier => body.Text(identifier) is null)
            ? BodyFault.At("/data/attributes", "At least one identifier is required: email, phone_number or external_id.")
            : CheckIdentifiers(call, body, null);

    internal override ApiError? CheckUpdate(WriteCall call, BodyResource body, StoredResource resource) => CheckIdentifiers(call, body, resource);

    internal override void Apply(WriteCall call, BodyResource body, ResourceEdit edit)
    {
        foreach (JsonProperty attribute in body.Attributes.EnumerateObject())
            if (attribute.Name is Properties or "location" && attribute.Value.ValueKind == JsonValueKind.Object)
                Merge(edit, attribute);
            else if (attribute.Name == AnonymousId)
                edit.SetHidden(attribute.Name, JsonValues.Node(attribute.Value));
            else
                edit.Set(attribute.Name, attribute.Value);
        ProfilePatch.Apply(edit, body.Meta);
        // Profiles within other resources have it among their attributes.
        if (body.Attributes.TryGetProperty("meta", out JsonElement inside))
            ProfilePatch.Apply(edit, inside);
    }

    /// <summary>The profile that a body means by its id or by an identifier; null where there is none.</summary>
    internal static StoredResource? Find(WriteCall call, BodyResource body)
    {
        if (body.Id is { } id)
            return call.Store.Find("profile", id);
        if (body.Text("_kx") is ['k', 'x', '.', .. var known])
            return call.Store.Find("profile", known);
        foreach (string identifier in (string[])[.. Identifiers, AnonymousId])
            if (body.Text(identifier) is { } text && call.Store.FindBy("profile", identifier, text) is { } profile)
                return profile;
        return null;
    }

    /// <summary>Creates the profile of a body, or updates the one that it means.</summary>
    internal static WriteAnswer AddOrUpdate(WriteCall call, BodyResource body)
    {
        StoredResource? known = Find(call, body);
        if (known is null && body.Id is { } id)
            return ApiError.NoSuchResource("profile", id) with { Pointer = "/data/id" };
        WriteAnswer answer = known is null ? ResourceWrites.Create(call, "profile", body) : ResourceWrites.Update(call, known, body);
        return answer.Error is null ? answer with { Status = known is null ? 201 : 200 } : answer;
    }

    private static ApiError? CheckIdentifiers(WriteCall call, BodyResource body, StoredResource? self)
    {
        if (IdentifierFormats.Check(body, "/data/attributes") is { } misfit)
            return misfit;
        foreach (string identifier in Identifiers)
            if (body.Text(identifier) is { } text && call.Store.FindBy("profile", identifier, text) is { } other && other.Id != self?.Id)
                return BodyFault.Conflict(
                    "/data/attributes", "A profile already exists with one of these identifiers.", "duplicate_profile") with
                {
                    DuplicateProfileId = other.Id,
                };
        return null;
    }

    private static void Merge(ResourceEdit edit, JsonProperty attribute)
    {
        JsonObject merged = edit.Attributes[attribute.Name] as JsonObject ?? [];
        foreach (JsonProperty member in attribute.Value.EnumerateObject())
            merged[member.Name] = JsonValues.Node(member.Value);
        edit.Attributes[attribute.Name] = merged;
    }
}
