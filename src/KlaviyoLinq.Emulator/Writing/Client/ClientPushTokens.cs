using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Writing.Consent;
using KlaviyoLinq.Emulator.Writing.People;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Client;

/// <summary>Push tokens that apps register for a profile, and take back.</summary>
internal static class ClientPushTokens
{
    private const string Place = "/data/attributes/profile/data";

    internal static WriteAnswer Register(WriteCall call) => Accept(call, profile =>
    {
        if (ProfileUpsert.Run(call, profile) is { } owner)
            PushTokenKind.AddOrUpdate(call, call.Resource, owner);
    });

    internal static WriteAnswer Unregister(WriteCall call) =>
        Accept(call, profile => PushTokens.Remove(call, call.Resource.Attributes, ProfileUpsert.Run(call, profile)));

    private static WriteAnswer Accept(WriteCall call, Action<BodyResource> work)
    {
        BodyResource profile = call.Resource.Embedded("profile");
        if (ProfileRules.Check(call, profile, Place) is { } misfit)
            return misfit;
        call.Work.Add(() => work(profile));
        return new WriteAnswer(call.Status);
    }
}
