using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.People;

/// <summary>
/// Finds or creates the profile that another resource names, after the request was accepted. There is nothing left that could refuse it: an identifier that
/// another profile has is left out.
/// </summary>
internal static class ProfileUpsert
{
    // Consent is given by the operations for it alone.
    private static readonly string[] _foreign = ["subscriptions", "predictive_analytics"];

    /// <summary>Creates the profile, or updates the one that the body means.</summary>
    /// <returns>Null where there is none and none can be created: its id or exchange id leads nowhere any more.</returns>
    internal static StoredResource? Run(WriteCall call, BodyResource body)
    {
        StoredResource? known = ProfileKind.Find(call, body);
        BodyResource applied = Filtered(call, body, known);
        if (known is not null)
            return Update(call, known, applied);
        return body.Id is null && ProfileRules.CanBeCreated(body) ? ResourceWrites.Add(call, "profile", applied) : null;
    }

    /// <summary>Replaces a profile by its edited version, unless nothing has changed.</summary>
    internal static StoredResource Save(WriteCall call, StoredResource profile, ResourceEdit edit)
    {
        if (edit.LeadsTo(ResourceEdit.Of(profile)))
            return profile;
        edit.Stamp("updated", call.Now);
        edit.SetHidden("updated", Instants.Text(call.Now));
        StoredResource changed = edit.Finish();
        call.Store.Replace(changed);
        return changed;
    }

    private static StoredResource Update(WriteCall call, StoredResource known, BodyResource body)
    {
        ResourceEdit edit = ResourceEdit.Of(known);
        ResourceKinds.Of("profile").Apply(call, body, edit);
        return Save(call, known, edit);
    }

    /// <summary>The attributes that are applied. Requests of browsers add identifiers, but never replace one.</summary>
    private static BodyResource Filtered(WriteCall call, BodyResource body, StoredResource? known)
    {
        JsonObject attributes = JsonObject.Create(body.Attributes)!;
        foreach (string name in _foreign)
            attributes.Remove(name);
        foreach (string identifier in (string[])[.. ProfileKind.Identifiers, ProfileKind.AnonymousId])
        {
            bool isOfAnother = body.Text(identifier) is { } text && call.Store.FindBy("profile", identifier, text) is { } owner && owner.Id != known?.Id;
            if (isOfAnother || (call.Facts.IsClient && known?.Text(identifier) is not null))
                attributes.Remove(identifier);
        }
        return body.With(attributes);
    }
}
