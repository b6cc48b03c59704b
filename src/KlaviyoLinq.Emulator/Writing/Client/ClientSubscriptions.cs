using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Writing.Consent;

namespace KlaviyoLinq.Emulator.Writing.Client;

/// <summary>Subscriptions that people make in browsers and apps.</summary>
internal static class ClientSubscriptions
{
    private const string Place = "/data/attributes/profile/data";

    internal static WriteAnswer Create(WriteCall call)
    {
        BodyResource profile = call.Resource.Embedded("profile");
        if ((ConsentRules.CheckIdentity(profile, Place) ?? ConsentRules.CheckTimes(profile, Place, isHistorical: false, call.Now)
            ?? SubscriptionWrites.CheckList(call)) is { } refusal)
            return refusal;
        Subscription subscription = new()
        {
            Call = call,
            Profile = profile,
            Permissions = [.. Permissions(profile).Select(permission => (permission, (DateTimeOffset?)null))],
            List = SubscriptionWrites.ListOf(call),
            Source = call.Resource.Text("custom_source"),
        };
        call.Work.Add(subscription.Run);
        return new WriteAnswer(call.Status);
    }

    /// <summary>The permissions that the body names; without any, marketing on each channel that it has an identifier of.</summary>
    private static IEnumerable<Permission> Permissions(BodyResource profile)
    {
        if (Channels.AreNamed(profile))
            return Channels.Of(profile).Select(named => named.Permission);
        (string Identifier, Permission Permission)[] defaults = [("email", Permission.EmailMarketing), ("phone_number", new Permission("sms", "marketing"))];
        return defaults.Where(channel => profile.Text(channel.Identifier) is not null).Select(channel => channel.Permission);
    }
}
