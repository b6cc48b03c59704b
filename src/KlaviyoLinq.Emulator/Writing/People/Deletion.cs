using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.People;

/// <summary>Deletion of a person's data: the profile, its events, push tokens and conversations, and every relationship that leads to them.</summary>
internal static class Deletion
{
    private static readonly string[] _identifiers = ["email", "phone_number"];

    /// <summary>Accepts the deletion of the profile that one identifier names. An identifier that no profile has is accepted too, and has no effect.</summary>
    internal static WriteAnswer Request(WriteCall call)
    {
        BodyResource named = call.Resource.Embedded("profile");
        if (Check(named) is { } refusal)
            return refusal;
        call.Work.Add(() =>
        {
            if (ProfileKind.Find(call, named) is { } profile)
                Remove(call, profile);
        });
        return new WriteAnswer(call.Status);
    }

    private static ApiError? Check(BodyResource named)
    {
        int count = _identifiers.Count(identifier => named.Text(identifier) is not null) + (named.Id is null ? 0 : 1);
        return count == 1
            ? IdentifierFormats.Check(named, "/data/attributes/profile/data/attributes")
            : BodyFault.At("/data/attributes/profile/data", "Exactly one identifier is required: id, email or phone_number.");
    }

    private static void Remove(WriteCall call, StoredResource profile)
    {
        RelationshipLayout owner = call.Store.FindLayout("event")!.FindRelationship("profile")!;
        foreach (StoredResource occurrence in call.Store.All("event"))
            if (occurrence.Related(owner).Contains(profile.Id))
                OwnedResources.Remove(call.Store, occurrence);
        OwnedResources.Remove(call.Store, profile);
    }
}
