using System.Globalization;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;
using KlaviyoLinq.Emulator.Writing.Jobs;
using KlaviyoLinq.Emulator.Writing.People;

namespace KlaviyoLinq.Emulator.Writing.Consent;

/// <summary>
/// Jobs that suppress all email marketing to profiles, or lift such a suppression: of the profiles with these addresses, or of a list or segment.
/// </summary>
internal static class SuppressionJobs
{
    private const string Reason = "USER_SUPPRESSED";
    private const string Items = "/data/attributes/profiles/data";

    internal static WriteAnswer Suppress(WriteCall call) => Start(call, records => records.Suppress(Reason));

    /// <summary>Lifts the suppressions that a user of the account made. Those for other reasons stay.</summary>
    internal static WriteAnswer Unsuppress(WriteCall call) => Start(call, records => records.Lift(Reason));

    private static WriteAnswer Start(WriteCall call, Func<ConsentRecords, bool> change)
    {
        BodyResource[] profiles = call.Resource.EmbeddedMany("profiles");
        bool areNamed = call.Resource.Attributes.TryGetProperty("profiles", out var stated) && stated.ValueKind == System.Text.Json.JsonValueKind.Object;
        (string Type, string Id)[] groups =
            [.. ((string[])["list", "segment"]).SelectMany(type => (call.Resource.Related(type) ?? []).Select(id => (type, id)))];
        if (groups.Length + (areNamed ? 1 : 0) != 1)
            return BodyFault.At("/data", "Exactly one is required: attributes.profiles, relationships.list or relationships.segment.");
        if ((CheckAddresses(profiles) ?? CheckGroups(call, groups)) is { } refusal)
            return refusal;
        // The members are those at the time of the request.
        IReadOnlyList<StoredResource?> members = areNamed ? [] : Members(call, groups[0]);
        JobPlan plan = new(
            call.Operation.ResourceType!, areNamed ? profiles.Length : members.Count,
            _ => Process(call, areNamed ? Named(call, profiles) : members, change))
        {
            Related = [.. groups.Select(group => (group.Type + "s", (IReadOnlyList<string>)[group.Id]))],
        };
        return JobRun.Start(call, plan, Items);
    }

    private static ApiError? CheckAddresses(BodyResource[] profiles)
    {
        for (int i = 0; i < profiles.Length; i++)
            if (IdentifierFormats.Check(profiles[i], string.Create(CultureInfo.InvariantCulture, $"{Items}/{i}/attributes")) is { } misfit)
                return misfit;
        return null;
    }

    private static ApiError? CheckGroups(WriteCall call, (string Type, string Id)[] groups) => groups
        .Select(group => ListMembers.Check(call, group.Type, group.Id, $"/data/relationships/{group.Type}/data/id")).FirstOrDefault(error => error is not null);

    /// <summary>The profiles of addresses; null in the place of an address that no profile has.</summary>
    private static IReadOnlyList<StoredResource?> Named(WriteCall call, BodyResource[] profiles) =>
        [.. profiles.Select(profile => call.Store.FindBy("profile", "email", profile.Text("email")!))];

    private static IReadOnlyList<StoredResource?> Members(WriteCall call, (string Type, string Id) group) =>
        call.Store.Find(group.Type, group.Id) is { } found
            ? [.. found.Related(ListMembers.RelationshipOf(found)).All().Select(id => call.Store.Find("profile", id))]
            : [];

    private static JobResult Process(WriteCall call, IReadOnlyList<StoredResource?> profiles, Func<ConsentRecords, bool> change)
    {
        int changed = 0;
        foreach (StoredResource? profile in profiles)
        {
            if (profile is null || call.Store.Find("profile", profile.Id) is not { } current)
                continue;
            ResourceEdit edit = ResourceEdit.Of(current);
            if (!change(new ConsentRecords(edit, call.Now)))
                continue;
            ProfileUpsert.Save(call, current, edit);
            changed++;
        }
        return new JobResult(changed, []) { Skipped = profiles.Count - changed };
    }
}
