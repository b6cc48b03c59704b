using System.Globalization;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;
using KlaviyoLinq.Emulator.Writing.People;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Events;

/// <summary>Accepts events: one, or many of one or more profiles. They are recorded when the processing time is over.</summary>
internal static class EventWrites
{
    private const int MaximumEvents = 1_000;

    /// <summary>Accepts one event.</summary>
    internal static WriteAnswer Create(WriteCall call) => Accept(
        call, "/data", [new EventGroup(call.Resource.Embedded("profile"), "/data/attributes/profile/data", [new SentEvent(call.Resource, "/data")])]);

    /// <summary>Accepts the events of one profile.</summary>
    internal static WriteAnswer CreateOfOne(WriteCall call) => Accept(call, "/data/attributes/events/data", [Group(call.Resource, "/data")]);

    /// <summary>Accepts events in groups, each of one profile.</summary>
    internal static WriteAnswer CreateMany(WriteCall call)
    {
        const string Groups = "/data/attributes/events-bulk-create/data";
        return Accept(
            call, Groups,
            [
                .. call.Resource.EmbeddedMany("events-bulk-create")
                    .Select((group, i) => Group(group, string.Create(CultureInfo.InvariantCulture, $"{Groups}/{i}"))),
            ]);
    }

    private static EventGroup Group(BodyResource group, string place) => new(
        group.Embedded("profile"), place + "/attributes/profile/data",
        [.. group.EmbeddedMany("events").Select(
            (sent, i) => new SentEvent(sent, string.Create(CultureInfo.InvariantCulture, $"{place}/attributes/events/data/{i}")))]);

    private static WriteAnswer Accept(WriteCall call, string items, IReadOnlyList<EventGroup> groups)
    {
        int count = groups.Sum(group => group.Events.Count);
        if (count > MaximumEvents)
            return BodyFault.At(items, string.Create(CultureInfo.InvariantCulture, $"There are {count} events; at most {MaximumEvents} are allowed."));
        if ((Check(call, groups) ?? CheckKeys(call, groups)) is { } refusal)
            return refusal;
        DateTimeOffset arrival = call.Now;
        call.Work.Add(() => Record(call, groups, arrival));
        return new WriteAnswer(call.Status);
    }

    private static ApiError? Check(WriteCall call, IReadOnlyList<EventGroup> groups)
    {
        foreach (EventGroup group in groups)
        {
            if (ProfileRules.Check(call, group.Profile, group.Place) is { } misfit)
                return misfit;
            foreach (SentEvent sent in group.Events)
                if (EventRules.Check(sent, call.Now) is { } excess)
                    return excess;
        }
        return null;
    }

    /// <summary>Finds a unique id that a request repeats for one profile and metric: Klaviyo then processes none of its events.</summary>
    private static ApiError? CheckKeys(WriteCall call, IReadOnlyList<EventGroup> groups)
    {
        HashSet<(string Profile, string Metric, string Id)> keys = [];
        foreach (EventGroup group in groups)
        {
            string profile = ProfileKind.Find(call, group.Profile)?.Id ?? ProfileRules.NameOf(group.Profile);
            foreach (SentEvent sent in group.Events)
                if (sent.UniqueId is { } id && !keys.Add((profile, sent.Metric, id)))
                    return BodyFault.At(sent.Attributes + "/unique_id", $"The unique id '{id}' is repeated for the same profile and metric.");
        }
        return null;
    }

    private static void Record(WriteCall call, IReadOnlyList<EventGroup> groups, DateTimeOffset arrival)
    {
        foreach (EventGroup group in groups)
            if (ProfileUpsert.Run(call, group.Profile) is { } profile)
                foreach (SentEvent sent in group.Events)
                    EventRecord.Add(call, profile, sent, arrival);
    }
}
