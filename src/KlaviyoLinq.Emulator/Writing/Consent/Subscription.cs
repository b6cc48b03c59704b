using System.Text.Json;
using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.People;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Consent;

/// <summary>
/// Subscription of one profile, after the request was accepted. On a list with double opt-in the consent to messages is pending: nothing confirms it in an
/// emulator, so that neither the consent nor the membership changes.
/// </summary>
internal sealed class Subscription
{
    internal required WriteCall Call { get; init; }

    /// <summary>The profile as the body names it.</summary>
    internal required BodyResource Profile { get; init; }

    /// <summary>The permissions, each with the moment of an imported consent.</summary>
    internal required IReadOnlyList<(Permission Permission, DateTimeOffset? At)> Permissions { get; init; }

    /// <summary>The id of the list; null for none.</summary>
    internal string? List { get; init; }

    /// <summary>The source that the caller stated; null for none.</summary>
    internal string? Source { get; init; }

    /// <summary>Gets a value that indicates whether earlier consents are imported. They need no confirmation.</summary>
    internal bool IsHistorical { get; init; }

    /// <summary>Changes the profile. Without a list, or for earlier consents, one that does not exist is not created.</summary>
    internal void Run()
    {
        StoredResource? list = List is null ? null : Call.Store.Find("list", List);
        BodyResource named = Named();
        if (Known(named) is null && (list is null || IsHistorical) && !Call.Facts.IsClient)
            return;
        if ((ProfileUpsert.Run(Call, named) ?? Known(named)) is not { } profile)
            return;
        foreach (JsonElement token in Channels.Tokens(Profile))
            PushTokenKind.AddOrUpdate(Call, BodyResource.Of(JsonObject.Create(token)!), Call.Store.Find("profile", profile.Id)!);
        Permission[] granted = Grant(profile, list);
        if (list is not null && granted.Any(permission => permission.IsOfMessages))
            ListMembers.Add(Call, list, Call.Store.Find("profile", profile.Id)!);
    }

    private Permission[] Grant(StoredResource profile, StoredResource? list)
    {
        bool isPending = !IsHistorical && list?.Text("opt_in_process") == "double_opt_in";
        ResourceEdit edit = ResourceEdit.Of(profile);
        (Permission Permission, DateTimeOffset? At)[] granted =
        [
            .. Permissions.Where(p => !(isPending && p.Permission.IsConfirmed) && p.Permission.IsReachable(edit)),
        ];
        if (granted.Length == 0)
            return [];
        ConsentRecords records = new(edit, Call.Now);
        foreach ((Permission permission, DateTimeOffset? at) in granted)
        {
            records.Grant(permission, at ?? Call.Now, Source);
            if (permission == Permission.EmailMarketing && list is not null)
                records.LiftOf(list.Id);
        }
        ProfileUpsert.Save(Call, profile, edit);
        return [.. granted.Select(p => p.Permission)];
    }

    private StoredResource? Known(BodyResource named) => ProfileKind.Find(Call, named) ?? PushTokens.Owner(Call, Channels.Tokens(Profile));

    private BodyResource Named()
    {
        JsonObject attributes = JsonObject.Create(Profile.Attributes)!;
        if (Channels.AnonymousId(Profile) is { } id)
            attributes[ProfileKind.AnonymousId] = id;
        return Profile.With(attributes);
    }
}
