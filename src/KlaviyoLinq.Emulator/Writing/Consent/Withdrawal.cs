using System.Text.Json;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.People;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Consent;

/// <summary>Withdrawal of the consents of one profile, after the request was accepted.</summary>
internal static class Withdrawal
{
    /// <summary>
    /// Takes a member of the list out of it and suppresses the list's email marketing. A profile that is not in the list loses the consent to all email
    /// marketing, as without a list. The consents of other channels are those of the account in either case.
    /// </summary>
    internal static void Run(WriteCall call, BodyResource named, string? listId)
    {
        IReadOnlyList<JsonElement> tokens = Channels.Tokens(named);
        if ((ProfileKind.Find(call, named) ?? PushTokens.Owner(call, tokens)) is not { } profile)
            return;
        StoredResource? list = listId is null ? null : call.Store.Find("list", listId);
        bool isMember = list is not null && ListMembers.Contains(list, profile);
        ResourceEdit edit = ResourceEdit.Of(profile);
        Permission[] permissions =
            [.. Channels.Of(named).Select(channel => channel.Permission).Where(permission => permission.IsReachable(edit))];
        if (permissions.Length > 0)
            Revoke(new ConsentRecords(edit, call.Now), permissions, isMember ? list : null);
        ProfileUpsert.Save(call, profile, edit);
        if (isMember && permissions.Any(permission => permission.IsOfMessages))
            ListMembers.Remove(call, list!, profile);
        foreach (JsonElement token in tokens)
            PushTokens.Remove(call, token, profile);
    }

    private static void Revoke(ConsentRecords records, IEnumerable<Permission> permissions, StoredResource? list)
    {
        foreach (Permission permission in permissions)
            if (permission == Permission.EmailMarketing && list is not null)
                records.SuppressOf(list.Id);
            else
                records.Revoke(permission);
    }
}
