using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Writing.People;

namespace KlaviyoLinq.Emulator.Writing.Client;

/// <summary>Profiles that browsers and apps create or update.</summary>
internal static class ClientProfiles
{
    internal static WriteAnswer AddOrUpdate(WriteCall call)
    {
        if (ProfileRules.Check(call, call.Resource, "/data") is { } misfit)
            return misfit;
        call.Work.Add(() => ProfileUpsert.Run(call, call.Resource));
        return new WriteAnswer(call.Status);
    }
}
